package io.trashpong.lobby.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The service's settings; {@code trashpong.db-url} is {@code TRASHPONG_DB_URL} in the environment, and so on. */
@ConfigMapping(prefix = "trashpong")
public interface LobbyConfig {
    /** {@code postgresql://host:port/database}, without credentials. */
    String dbUrl();

    String dbUser();

    String dbPassword();

    /** Proves to auth that a ticket is asked for by a service of ours. */
    @Size(min = 32)
    String internalSecret();

    /** What replicas seal their payloads with, see {@link io.trashpong.bus.BusSecrets}. */
    Optional<String> busSecret();

    /** Accepted too, while the secret changes. */
    Optional<String> busSecretOther();

    URI authUrl();

    /** Origins whose pages may open the feed. */
    Set<String> origins();

    Lobby lobby();

    /** What only the lobby asks for. */
    interface Lobby {
        /** A room that the relay has not opened this long after somebody last got a ticket for it goes away. */
        @WithDefault("90s")
        Duration unopenedRoomTtl();

        /** How long a room that is gone is remembered, so that replicas that were cut off still hear of it. */
        @WithDefault("1h")
        Duration tombstoneTtl();

        /** How long an invitation may be accepted. */
        @WithDefault("60s")
        Duration invitationTtl();

        /** Peers whose {@code X-Forwarded-For} is believed, in CIDR notation: the gateway. */
        @WithDefault("127.0.0.0/8,::1/128")
        List<String> trustedProxies();

        /** How often the unopened and the forgotten are looked for. */
        @WithDefault("5s")
        Duration sweepInterval();

        /** How often each replica looks for changes without a doorbell. */
        @WithDefault("3s")
        Duration feedPoll();
    }
}
