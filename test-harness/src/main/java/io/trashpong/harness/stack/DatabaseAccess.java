package io.trashpong.harness.stack;

/**
 * How a process of the stack gets at the database, and at the bus on it.
 *
 * @param url {@code postgresql://host:port/database}
 * @param busSecret what replicas seal with
 */
public record DatabaseAccess(String url, String user, String password, String busSecret) {
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
