package io.trashpong.harness.stack;

/**
 * How a process of the stack gets at the database.
 *
 * @param url {@code postgresql://host:port/database}
 */
public record DatabaseAccess(String url, String user, String password) {
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
