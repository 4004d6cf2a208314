package io.trashpong.harness.stack;

import java.net.URI;

/**
 * Where a replica listens.
 *
 * @param host an address of the loopback network
 * @param port of what players reach
 * @param managementPort of its health and metrics
 */
record Endpoint(String host, int port, int managementPort) {
    private static final String LOOPBACK = "127.0.0.1";

    static Endpoint local(int port, int managementPort) {
        return new Endpoint(LOOPBACK, port, managementPort);
    }

    URI address() {
        return URI.create("http://" + host + ":" + port);
    }

    URI management() {
        return URI.create("http://" + host + ":" + managementPort);
    }
}
