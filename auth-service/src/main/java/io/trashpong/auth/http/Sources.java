package io.trashpong.auth.http;

import io.trashpong.auth.AuthConfig;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Tells where a request comes from: the peer, or whom a trusted proxy names. */
@ApplicationScoped
class Sources {
    private static final SourceAddress UNKNOWN = SourceAddress.parse("0.0.0.0").orElseThrow();

    private final List<Subnet> trusted;

    Sources(AuthConfig config) {
        trusted = config.trustedProxies().stream().map(Subnet::parse).toList();
    }

    SourceAddress of(HttpServerRequest request) {
        var peer = Optional.ofNullable(request.remoteAddress())
                .flatMap(address -> Optional.ofNullable(address.hostAddress()))
                .flatMap(SourceAddress::parse);
        return peer.map(address -> isTrusted(address) ? forwarded(request).orElse(address) : address)
                .orElse(UNKNOWN);
    }

    private boolean isTrusted(SourceAddress peer) {
        return trusted.stream().anyMatch(subnet -> subnet.contains(peer.address()));
    }

    /** The last entry is the proxy's own word; those before it are what the client claimed. */
    private static Optional<SourceAddress> forwarded(HttpServerRequest request) {
        var headers = request.headers().getAll("X-Forwarded-For");
        return headers.isEmpty()
                ? Optional.empty()
                : SourceAddress.parse(
                        headers.getLast().substring(headers.getLast().lastIndexOf(',') + 1));
    }
}
