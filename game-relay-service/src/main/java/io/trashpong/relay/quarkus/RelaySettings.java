package io.trashpong.relay.quarkus;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The environment, see {@code docs/protocol.md}: {@code TRASHPONG_DB_URL} and so on. */
@ConfigMapping(prefix = "trashpong")
interface RelaySettings {
    Database db();

    Auth auth();

    Bus bus();

    /** Allowed origins of WebSockets; none means that only clients which are no browsers get in. */
    Optional<Set<String>> origins();

    RelayItself relay();

    /** STUN servers that players' browsers may ask for their addresses; none when not set. */
    Optional<List<String>> stunServers();

    interface Database {
        String url();

        String user();

        String password();
    }

    interface Auth {
        String url();
    }

    interface Bus {
        /** What replicas seal their payloads with. */
        Optional<String> secret();

        /** Accepted too, while the secret changes. */
        Optional<String> secretOther();
    }

    /** What concerns this service only. */
    interface RelayItself {
        /** Peers whose {@code X-Forwarded-For} is believed, in CIDR notation: the gateway. */
        @WithDefault("127.0.0.0/8,::1/128")
        List<String> trustedProxies();
    }
}
