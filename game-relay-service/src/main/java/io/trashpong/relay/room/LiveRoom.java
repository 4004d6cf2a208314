package io.trashpong.relay.room;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.trashpong.protocol.MatchId;
import io.trashpong.protocol.MatchResult;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.Receipt;
import io.trashpong.protocol.ServerMessage.PauseReason;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All of a room in play, to be handed to its next owner: that one goes on as if nothing had been, with the ball in flight.
 * Times are room time in microseconds.
 *
 * @param since the oldest epoch whose numbering of messages goes on here
 * @param now when it was taken down; the next owner's clock does not go behind it
 * @param lastSeq number of the newest message
 * @param history the newest messages, as far as they are handed over
 * @param stands null when the owner before kept no spectators waiting
 */
public record LiveRoom(
        long since,
        long now,
        long desertedSince,
        List<LiveMember> members,
        LiveStage stage,
        long lastSeq,
        List<Kept> history,
        @Nullable LiveStands stands) {
    public LiveRoom {
        members = List.copyOf(members);
        history = List.copyOf(history);
    }

    /** The same with the newer half of the history only. */
    public LiveRoom withLessHistory() {
        var newer = history.subList(Math.ceilDiv(history.size(), 2), history.size());
        return new LiveRoom(since, now, desertedSince, members, stage, lastSeq, newer, stands);
    }

    /**
     * @param connection null for who is cut off
     * @param line the last round trips, the newest first
     */
    public record LiveMember(
            Player player,
            @Nullable Integer seat,
            boolean creator,
            String secretHash,
            @Nullable ConnectionId connection,
            boolean hidden,
            boolean ready,
            boolean wantsRematch,
            boolean asksPause,
            long goneSince,
            long talkFullAt,
            List<Long> line,
            boolean agreesToPeer) {}

    /** {@link Stage} but for the one between a result and its writing: a room is not handed over then. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Waiting.class, name = "waiting"),
        @JsonSubTypes.Type(value = Countdown.class, name = "countdown"),
        @JsonSubTypes.Type(value = Running.class, name = "running"),
        @JsonSubTypes.Type(value = Finished.class, name = "finished")
    })
    public sealed interface LiveStage {}

    public record Waiting() implements LiveStage {}

    public record Countdown(MatchId match, long at, RoomRecord.PlayRecord play) implements LiveStage {}

    public record Running(LiveMatch match) implements LiveStage {}

    public record Finished(LiveMatch match, MatchResult result, Receipt receipt) implements LiveStage {}

    public record LiveMatch(
            MatchId id,
            long startedAt,
            List<Player> players,
            RoomRecord.PlayRecord play,
            LivePauses pauses,
            @Nullable LiveNotice paused,
            int pauseAskedIn,
            long pausedAt,
            long playsFrom) {}

    /** Of both seats: why it holds the match, if it does, and what is left of its budget. */
    public record LivePauses(
            @Nullable PauseReason leftHolds,
            @Nullable PauseReason rightHolds,
            long leftBudget,
            long rightBudget,
            long accountedUntil) {}

    /** @see Match.Notice */
    public record LiveNotice(int seat, PauseReason reason, boolean ticking) {}

    /**
     * What spectators are still to be shown.
     *
     * @param watching who has been shown all before that
     * @param told how many spectators the room was told of
     * @param written how many the lobby was told of
     */
    public record LiveStands(List<LiveShown> held, List<ConnectionId> watching, int told, int written) {
        public LiveStands {
            held = List.copyOf(held);
            watching = List.copyOf(watching);
        }
    }

    /**
     * @param at room time at which it happened
     * @param seat of a paddle, which may be dropped; else null
     */
    public record LiveShown(long at, @Nullable Integer seat, Kept kept) {
        static LiveShown of(long at, Frame frame) {
            return new LiveShown(at, frame instanceof Frame.Volatile paddle ? paddle.seat() : null, Kept.of(frame));
        }

        Frame frame() {
            return seat == null ? kept.frame() : new Frame.Volatile(seat, Objects.requireNonNull(kept.bytes()));
        }
    }

    /**
     * A message of the history.
     *
     * @param text of a text frame, else null and there are {@code bytes}
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Kept(long seq, @Nullable String text, byte @Nullable [] bytes) {
        static Kept of(Frame frame) {
            return frame instanceof Frame.Text text
                    ? new Kept(text.seq(), text.text(), null)
                    : new Kept(frame.seq(), null, frame.payload());
        }

        Frame frame() {
            return text != null ? new Frame.Text(seq, text) : new Frame.Binary(seq, Objects.requireNonNull(bytes));
        }
    }
}
