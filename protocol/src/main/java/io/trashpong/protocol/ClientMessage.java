package io.trashpong.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that a client may send in a room. {@link Frequent} messages travel as binary frames ({@link BinaryFrame}), the
 * others as JSON text frames with their name in {@code type}.
 */
public sealed interface ClientMessage {

    /** A text frame. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Hello.class, name = "hello"),
        @JsonSubTypes.Type(value = Ready.class, name = "ready"),
        @JsonSubTypes.Type(value = Leave.class, name = "leave"),
        @JsonSubTypes.Type(value = Rematch.class, name = "rematch"),
        @JsonSubTypes.Type(value = Resign.class, name = "resign"),
        @JsonSubTypes.Type(value = Pause.class, name = "pause"),
        @JsonSubTypes.Type(value = Hidden.class, name = "hidden"),
        @JsonSubTypes.Type(value = Chat.class, name = "chat"),
        @JsonSubTypes.Type(value = Emote.class, name = "emote"),
        @JsonSubTypes.Type(value = Play.class, name = "play"),
        @JsonSubTypes.Type(value = Peer.class, name = "peer"),
        @JsonSubTypes.Type(value = Signal.class, name = "signal"),
    })
    sealed interface Seldom extends ClientMessage {}

    /** A binary frame of a fixed length. */
    sealed interface Frequent extends ClientMessage {}

    /** What a seated player does in a game. */
    sealed interface Move extends ClientMessage {
        /** The game that knows this move. */
        GameKind game();
    }

    /** A move of Pong. */
    sealed interface PongMove extends Move {
        @Override
        default GameKind game() {
            return GameKind.PONG;
        }
    }

    /** The first message on every connection; {@code resume} when the client had a welcome before. */
    record Hello(@Nullable Resume resume) implements Seldom {}

    /**
     * Where the client stood.
     *
     * @param epoch the owner's epoch of the last welcome
     * @param seq the last sequence number seen
     * @param secret the {@code resumeSecret} of the last welcome
     */
    record Resume(long epoch, long seq, String secret) {
        public Resume {
            Objects.requireNonNull(secret, "secret");
        }
    }

    record Ready() implements Seldom {}

    record Leave() implements Seldom {}

    record Rematch() implements Seldom {}

    /** Gives up the match in play and keeps the seat. */
    record Resign() implements Seldom {}

    /** Stops ({@code on}) or goes on with the match; what it takes is counted against the sender's pause budget. */
    record Pause(boolean on) implements Seldom {}

    /** The page was hidden or shown again; a hidden player counts as away, not gone. */
    record Hidden(boolean hidden) implements Seldom {}

    /** @param text 1 to {@link #MAX_LENGTH} UTF-16 units, no control characters */
    record Chat(String text) implements Seldom {
        public static final int MAX_LENGTH = 200;

        public Chat {
            Objects.requireNonNull(text, "text");
        }
    }

    /** @param id one of the emotes every client knows: {@code thumbs-up}, {@code laugh}, {@code wow}, {@code sad} */
    record Emote(String id) implements Seldom {
        public Emote {
            Objects.requireNonNull(id, "id");
        }
    }

    /** Agrees to a direct line to the other player's browser, which shows each the other's address, or no longer does. */
    record Peer(boolean on) implements Seldom {}

    /**
     * For the other player's browser, to open a direct line once both have agreed: opaque to the room.
     *
     * @param data 1 to {@link #MAX_LENGTH} UTF-16 units, no control characters
     */
    record Signal(String data) implements Seldom {
        public static final int MAX_LENGTH = 3_000;

        public Signal {
            Objects.requireNonNull(data, "data");
        }
    }

    /**
     * Takes a cell in tic-tac-toe.
     *
     * @param cell 0 to 8, row by row
     * @param expectedSeq number of the {@link ServerMessage.Turn} that this answers; any other is refused
     */
    record Play(int cell, long expectedSeq) implements Seldom, Move {
        @Override
        public GameKind game() {
            return GameKind.TICTACTOE;
        }
    }

    /**
     * From {@code t} on my paddle moves towards {@code target}.
     *
     * @param t room time in microseconds
     * @param target centre of the paddle in 1/1024 units
     */
    record Aim(long t, int target) implements Frequent, PongMove {}

    /**
     * My track is final up to {@code t}, at or after the crossing of {@code leg}.
     *
     * @param t room time in microseconds
     * @param leg number of the leg in flight
     */
    record Commit(long t, long leg) implements Frequent, PongMove {}

    /**
     * Asks for {@link ServerMessage.Pong}.
     *
     * @param t the client's own clock in microseconds, any origin, below 2^48
     */
    record Ping(long t) implements Frequent {}
}
