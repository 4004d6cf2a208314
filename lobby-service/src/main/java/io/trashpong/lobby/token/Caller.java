package io.trashpong.lobby.token;

import io.quarkus.security.identity.SecurityIdentity;
import io.trashpong.protocol.Player;
import java.security.Principal;

/** Whom a user token speaks for. */
public record Caller(Player player, boolean guest) implements Principal {
    /** The caller of an authenticated request. */
    public static Player of(SecurityIdentity identity) {
        return ((Caller) identity.getPrincipal()).player();
    }

    @Override
    public String getName() {
        return player.id().value();
    }
}
