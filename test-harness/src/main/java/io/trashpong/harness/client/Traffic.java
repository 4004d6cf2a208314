package io.trashpong.harness.client;

/** How many messages went each way over a connection. */
public record Traffic(long in, long out) {
    public static final Traffic NONE = new Traffic(0, 0);

    Traffic received() {
        return new Traffic(in + 1, out);
    }

    Traffic sent() {
        return new Traffic(in, out + 1);
    }

    public Traffic plus(Traffic other) {
        return new Traffic(in + other.in, out + other.out);
    }
}
