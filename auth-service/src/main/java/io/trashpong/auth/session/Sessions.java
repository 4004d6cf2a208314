package io.trashpong.auth.session;

import io.smallrye.mutiny.Uni;
import io.trashpong.protocol.PlayerId;
import jakarta.enterprise.context.ApplicationScoped;

/** Continues and ends sessions by what a browser kept in its cookie. */
@ApplicationScoped
public class Sessions {
    private final SessionStore store;

    Sessions(SessionStore store) {
        this.store = store;
    }

    public Uni<Rotation> rotate(String shown) {
        return RefreshToken.parse(shown)
                .map(store::rotate)
                .orElseGet(() -> Uni.createFrom().item(new Rotation.Unknown()));
    }

    /** Ends all of this player's sessions. */
    public Uni<Void> closeAll(PlayerId player) {
        return store.closeAll(player);
    }

    /** Never tells whether there was such a session. */
    public Uni<Void> close(String shown) {
        return RefreshToken.parse(shown)
                .map(store::close)
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
