package io.trashpong.lobby.room;

import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.feed.RoomView;
import io.trashpong.protocol.feed.RoomView.Status;
import io.trashpong.protocol.feed.RoomView.Visibility;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A room as the lobby keeps it.
 *
 * @param number the version it was created with; orders the list
 * @param seat0 who sits left, or null
 * @param seat1 who sits right, or null
 * @param score of the match in play, else null
 * @param spectators how many watch
 * @param opened whether the relay has had a member in it
 * @param gone whether only its tombstone is left
 * @param version of its last change
 */
public record Room(
        RoomId id,
        long number,
        GameKind game,
        String title,
        Visibility visibility,
        RoomCode code,
        Player owner,
        @Nullable Player seat0,
        @Nullable Player seat1,
        Status status,
        @Nullable List<Integer> score,
        int spectators,
        boolean opened,
        boolean gone,
        Instant createdAt,
        long version) {

    public boolean isPublic() {
        return visibility == Visibility.PUBLIC;
    }

    public boolean isOwner(PlayerId player) {
        return owner.id().equals(player);
    }

    /** The owner and who is seated: they see a private room, and the code of any. */
    public boolean isMember(PlayerId player) {
        return isOwner(player) || seatOf(player).isPresent();
    }

    /** 0 or 1, or nothing when {@code player} has no seat here. */
    public OptionalInt seatOf(PlayerId player) {
        if (seat0 != null && seat0.id().equals(player)) {
            return OptionalInt.of(0);
        }
        return seat1 != null && seat1.id().equals(player) ? OptionalInt.of(1) : OptionalInt.empty();
    }

    public boolean hasFreeSeat() {
        return seat0 == null || seat1 == null;
    }

    /** As {@code player} may see it: with its code for members. */
    public RoomView viewFor(PlayerId player) {
        return view(isMember(player) ? code.value() : null);
    }

    /** As anyone may see it. */
    public RoomView view() {
        return view(null);
    }

    private RoomView view(@Nullable String shownCode) {
        List<@Nullable Player> seats = Collections.unmodifiableList(Arrays.asList(seat0, seat1));
        return new RoomView(
                id, game, title, visibility, status, owner, seats, score, spectators, shownCode, createdAt, version);
    }
}
