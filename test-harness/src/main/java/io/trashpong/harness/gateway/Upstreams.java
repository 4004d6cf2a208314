package io.trashpong.harness.gateway;

import java.net.URI;
import java.util.List;

/** Where the services are, each {@code http://host:port}. */
public record Upstreams(URI auth, URI lobby, List<URI> relays) {
    public Upstreams {
        relays = List.copyOf(relays);
    }
}
