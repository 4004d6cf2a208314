package io.trashpong.protocol.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.MatchId;
import io.trashpong.protocol.MatchResult;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.Receipt;
import io.trashpong.protocol.RoomId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the relay tells the other services, on the durable topic {@value #TOPIC}; in order for each room. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RelayEvent.RoomOpened.class, name = "room-opened"),
    @JsonSubTypes.Type(value = RelayEvent.SeatLeft.class, name = "seat-left"),
    @JsonSubTypes.Type(value = RelayEvent.RoomClosed.class, name = "room-closed"),
    @JsonSubTypes.Type(value = RelayEvent.MatchStarted.class, name = "match-started"),
    @JsonSubTypes.Type(value = RelayEvent.ScoreChanged.class, name = "score-changed"),
    @JsonSubTypes.Type(value = RelayEvent.MatchFinished.class, name = "match-finished"),
    @JsonSubTypes.Type(value = RelayEvent.SpectatorsChanged.class, name = "spectators-changed"),
})
public sealed interface RelayEvent {
    String TOPIC = "relay";

    RoomId room();

    /** The first member is in; from now on the relay says when the room ends. */
    record RoomOpened(RoomId room) implements RelayEvent {}

    /**
     * A player gave up his seat (or never came back to it); it is free again.
     *
     * @param at when, by Postgres's clock; who has taken the seat again since then keeps it. Null: an older relay's
     *     event
     */
    record SeatLeft(
            RoomId room,
            int seat,
            PlayerId player,
            @Nullable Instant at) implements RelayEvent {}

    /** The room is over: its creator left, or nobody is in it any more. */
    record RoomClosed(RoomId room) implements RelayEvent {}

    record MatchStarted(RoomId room, MatchId match, GameKind game, List<Player> players, Instant at)
            implements RelayEvent {
        public MatchStarted {
            players = List.copyOf(players);
        }
    }

    record ScoreChanged(RoomId room, MatchId match, List<Integer> score) implements RelayEvent {
        public ScoreChanged {
            score = List.copyOf(score);
        }
    }

    /** Written exactly once for each match; {@code match} is its identity. */
    record MatchFinished(
            RoomId room,
            GameKind game,
            List<Player> players,
            MatchResult result,
            Receipt receipt,
            Instant startedAt,
            Instant endedAt)
            implements RelayEvent {
        public MatchFinished {
            players = List.copyOf(players);
        }

        public MatchId match() {
            return result.match();
        }
    }

    /** So many watch now; told every few seconds at most. */
    record SpectatorsChanged(RoomId room, int count) implements RelayEvent {}
}
