package io.trashpong.harness.stack;

/** A service's own role in Postgres, as {@code db/bootstrap.sql} makes it. */
record ServiceRole(String user, String password) {
    static ServiceRole of(String service) {
        return new ServiceRole("trashpong_" + service, Secrets.random());
    }

    @Override
    public String toString() {
        return user;
    }
}
