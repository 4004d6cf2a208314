package io.trashpong.relay.room;

import io.trashpong.protocol.ErrorCode;
import io.trashpong.protocol.MatchResult.Ending;
import io.trashpong.protocol.ServerMessage;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** What came of a move or a deadline. */
sealed interface PlayStep {

    /** Everybody but {@code seat} is to see it; only the newest matters. */
    record Shown(int seat, ServerMessage.Frequent message) implements PlayStep {}

    /** Part of the room's history. */
    record Announced(LongFunction<ServerMessage.Numbered> numbered) implements PlayStep {}

    /**
     * Something that counts: it must be written before it is announced.
     *
     * @param told announced once it is written
     * @param rest microseconds from then until {@link Play#start}
     * @param score with this; null when it has not changed
     * @param outcome of the match, if this ended it
     */
    record Decided(
            Told told,
            long rest,
            @Nullable List<Integer> score,
            @Nullable Outcome outcome) implements PlayStep {
        public Decided {
            score = score == null ? null : List.copyOf(score);
        }
    }

    /**
     * How a match ended that was played to its end.
     *
     * @param winner null for a draw
     */
    record Outcome(@Nullable Integer winner) {}

    /** The words for something that counts. */
    @FunctionalInterface
    interface Told {
        /** @param next room time (microseconds) at which play goes on; null when the match is over */
        ServerMessage.Numbered numbered(long seq, @Nullable Long next);
    }

    /** That seat has lost the match without having played it out. */
    record Lost(int seat, Ending ending) implements PlayStep {}

    /** The move changed nothing. */
    record Refused(ErrorCode code, String message) implements PlayStep {}
}
