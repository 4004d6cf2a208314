package io.trashpong.harness.stack;

/** The way that a replica takes to Postgres: straight, or over a line that somebody disturbs. */
@FunctionalInterface
public interface DatabaseRoute {
    DatabaseRoute STRAIGHT = (replica, port) -> port;

    /**
     * @param replica its name, such as {@code relay-2}
     * @param port of Postgres on the loopback interface
     * @return the port to connect to in its place
     */
    int portFor(String replica, int port);
}
