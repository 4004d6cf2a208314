package io.trashpong.lobby.invitation;

import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.InvitationId;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.feed.InvitationView;
import io.trashpong.protocol.feed.InvitationView.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An invitation as the lobby keeps it.
 *
 * @param room where both sit since it was accepted, else null
 * @param due whether its time was over when it was read, by Postgres's clock
 * @param version of its last change, of the same counter as the rooms'
 */
public record Invitation(
        InvitationId id,
        GameKind game,
        Player from,
        Player to,
        State state,
        @Nullable RoomId room,
        Instant expiresAt,
        boolean due,
        long version) {

    /** Whether it may still be answered. */
    public boolean isPending() {
        return state == State.PENDING && !due;
    }

    public boolean concerns(PlayerId player) {
        return from.id().equals(player) || to.id().equals(player);
    }

    public InvitationView view() {
        return new InvitationView(id, game, from, to, state, room, expiresAt);
    }
}
