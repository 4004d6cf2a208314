package io.trashpong.auth;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.OptionalInt;

/** What an operator may set beside what he must ({@link AuthService}): {@code TRASHPONG_AUTH_…}. */
@ConfigMapping(prefix = "trashpong.auth")
public interface AuthConfig {

    /** How many guests one source address may create in a minute; also the burst. */
    @WithDefault("60")
    int guestsPerMinute();

    /** How many passwords one source address may have set or checked in a minute, on each replica; also the burst. */
    @WithDefault("60")
    int passwordsPerMinute();

    /** Threads that hash passwords, each with 19 MiB; half of the processors when not set. */
    OptionalInt passwordThreads();

    /** For how many days a key signs before its successor does. */
    @WithDefault("30")
    int keyDays();

    /** Peers whose {@code X-Forwarded-For} is believed, in CIDR notation: the gateway. */
    @WithDefault("127.0.0.0/8,::1/128")
    List<String> trustedProxies();
}
