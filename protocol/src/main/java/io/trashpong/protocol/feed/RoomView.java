package io.trashpong.protocol.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.RoomId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A room as the lobby shows it, in REST answers and in the feed.
 *
 * @param owner who made it and may rename or delete it
 * @param seats exactly two; null is a free seat
 * @param score of the match in play, else null
 * @param spectators how many watch, as last told by the relay
 * @param code the code of the room's link; only in answers to its members, else null
 * @param version grows with every change of any room, over all rooms
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RoomView(
        RoomId id,
        GameKind game,
        String title,
        Visibility visibility,
        Status status,
        Player owner,
        List<@Nullable Player> seats,
        @Nullable List<Integer> score,
        int spectators,
        @Nullable String code,
        Instant createdAt,
        long version) {

    /** Who sees the room in the list. */
    public enum Visibility {
        @JsonProperty("public")
        PUBLIC,
        @JsonProperty("private")
        PRIVATE
    }

    /** Where the room stands. */
    public enum Status {
        /** A seat is free. */
        @JsonProperty("waiting")
        WAITING,
        /** Both seats are taken, no match is running. */
        @JsonProperty("full")
        FULL,
        @JsonProperty("playing")
        PLAYING
    }
}
