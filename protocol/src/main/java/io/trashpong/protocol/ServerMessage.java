package io.trashpong.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a room sends. {@link Frequent} messages travel as binary frames ({@link BinaryFrame}), the others as JSON text
 * frames with their name in {@code type}. {@link Numbered} ones carry {@code seq}, are kept for resume and are never
 * dropped; the others may be.
 */
public sealed interface ServerMessage {

    /** A text frame. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Welcome.class, name = "welcome"),
        @JsonSubTypes.Type(value = SeatChanged.class, name = "seat"),
        @JsonSubTypes.Type(value = Countdown.class, name = "countdown"),
        @JsonSubTypes.Type(value = Paused.class, name = "paused"),
        @JsonSubTypes.Type(value = Resumed.class, name = "resumed"),
        @JsonSubTypes.Type(value = Goal.class, name = "goal"),
        @JsonSubTypes.Type(value = Turn.class, name = "turn"),
        @JsonSubTypes.Type(value = Played.class, name = "played"),
        @JsonSubTypes.Type(value = Finished.class, name = "finished"),
        @JsonSubTypes.Type(value = RematchAsked.class, name = "rematch"),
        @JsonSubTypes.Type(value = ChatSaid.class, name = "chat"),
        @JsonSubTypes.Type(value = Emoted.class, name = "emote"),
        @JsonSubTypes.Type(value = Delay.class, name = "delay"),
        @JsonSubTypes.Type(value = Spectators.class, name = "spectators"),
        @JsonSubTypes.Type(value = Peer.class, name = "peer"),
        @JsonSubTypes.Type(value = Signalled.class, name = "signal"),
        @JsonSubTypes.Type(value = Moved.class, name = "moved"),
        @JsonSubTypes.Type(value = Refused.class, name = "error"),
    })
    @JsonInclude(JsonInclude.Include.ALWAYS)
    sealed interface Seldom extends ServerMessage {}

    /** A binary frame of a fixed length. */
    sealed interface Frequent extends ServerMessage {}

    /** Part of the room's history: numbered without gaps from 1, kept for resume. */
    sealed interface Numbered extends ServerMessage {
        long seq();
    }

    /**
     * The answer to {@link ClientMessage.Hello}.
     *
     * @param epoch the owner's epoch; grows when another replica takes the room
     * @param seq the last number that {@code snapshot} includes
     * @param snapshot the room as of {@code seq}; null when {@code recovered}
     * @param recovered true: the missing messages follow, nothing was lost; false: begin again from {@code snapshot}
     */
    record Welcome(
            RoomId room,
            You you,
            long epoch,
            long seq,
            long now,
            @Nullable RoomSnapshot snapshot,
            String resumeSecret,
            boolean recovered)
            implements Seldom {}

    /**
     * @param seat 0 left, 1 right, null for a spectator
     * @param late by how much all of the room is shown late, microseconds; 0 for a player
     */
    record You(Player player, @Nullable Integer seat, long late) {}

    /** Somebody took, lost, regained or gave up a seat, or became ready. */
    record SeatChanged(long seq, int seat, @Nullable SeatState state) implements Seldom, Numbered {}

    /** The first serve of {@code match} flies at room time {@code at} (microseconds). */
    record Countdown(long seq, MatchId match, long at) implements Seldom, Numbered {}

    /**
     * Play stands still. Comes again, with the same {@code at}, when the pause becomes another seat's.
     *
     * @param at room time (microseconds) at which play stands still
     * @param until room time (microseconds) at which {@code seat}'s budget ends and he forfeits
     */
    record Paused(long seq, int seat, PauseReason reason, long at, long until) implements Seldom, Numbered {}

    /** @param at room time (microseconds) at which play goes on; a {@code leg} follows */
    record Resumed(long seq, long at) implements Seldom, Numbered {}

    /** Written before it was sent. {@code serveAt}: room time (microseconds) of the next serve, null after the last goal. */
    record Goal(
            long seq,
            int scorer,
            List<Integer> score,
            long leg,
            @Nullable Long serveAt) implements Seldom, Numbered {
        public Goal {
            score = List.copyOf(score);
        }
    }

    /**
     * It is {@code seat}'s turn, from now on. Comes again after a pause, with what was left of the turn.
     *
     * @param until room time (microseconds) at which the turn ends and he loses; a move that arrives 250 ms later still counts
     */
    record Turn(long seq, int seat, long until) implements Seldom, Numbered {}

    /**
     * Written before it was sent.
     *
     * @param cell 0 to 8, row by row; it now has the mark of {@code seat}
     */
    record Played(long seq, int seat, int cell) implements Seldom, Numbered {}

    record Finished(long seq, MatchResult result, Receipt receipt) implements Seldom, Numbered {}

    record RematchAsked(long seq, int seat) implements Seldom, Numbered {}

    record ChatSaid(long seq, Player from, String text) implements Seldom, Numbered {}

    /** @param seat null for a spectator */
    record Emoted(@Nullable Integer seat, String id) implements Seldom {}

    /** @param lastThree the last round trips between {@code seat} and its relay, microseconds, newest first */
    record Delay(int seat, List<Long> lastThree) implements Seldom {
        public Delay {
            lastThree = List.copyOf(lastThree);
        }
    }

    /** How many watch now; told when it has changed, and to who comes back. */
    record Spectators(int count) implements Seldom {}

    /**
     * Both players have agreed to a direct line and begin to open one, left first; or one no longer agrees.
     *
     * @param stun servers that tell a browser its address, as {@code stun:} URLs; none unless the operator names some
     */
    record Peer(boolean on, List<String> stun) implements Seldom {
        public Peer {
            stun = List.copyOf(stun);
        }
    }

    /** What the other player's browser said by {@link ClientMessage.Signal}. */
    record Signalled(int from, String data) implements Seldom {}

    /** This relay is going; come to another after {@code reconnectAfterMs}. */
    record Moved(long reconnectAfterMs) implements Seldom {}

    /** A message of the client was refused; the connection stays. */
    record Refused(ErrorCode code, boolean temporary, String message) implements Seldom {}

    /** Where {@code seat}'s paddle is and goes; volatile, the newest wins. Space in 1/1024 units, time in microseconds. */
    record PaddleMoved(int seat, long t, int y, int target) implements Frequent {}

    /**
     * The ball's flight from {@code t0} on. Space in 1/1024 units, speed in 1/1024 units a second, room time in
     * microseconds.
     *
     * @param leg number of the leg in its match, from 1
     * @param hits paddle hits in this rally so far
     */
    record LegStarted(long seq, long leg, int hits, long t0, int x0, int y0, int vx, int vy)
            implements Frequent, Numbered {}

    /** The answer to {@link ClientMessage.Ping}: its {@code t}, and the room time (microseconds) of the answer. */
    record Pong(long t, long roomTime) implements Frequent {}

    /** Why a match stands still. */
    enum PauseReason {
        @JsonProperty("asked")
        ASKED,
        @JsonProperty("away")
        AWAY
    }
}
