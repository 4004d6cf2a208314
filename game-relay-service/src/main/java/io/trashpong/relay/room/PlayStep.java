package io.trashpong.relay.room;

import io.trashpong.protocol.ErrorCode;
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
     * A point is decided; it must be written before it is announced.
     *
     * @param score with this point
     * @param winner of the match, if this point ended it
     */
    record Point(
            int scorer,
            List<Integer> score,
            long leg,
            @Nullable Integer winner) implements PlayStep {
        public Point {
            score = List.copyOf(score);
        }
    }

    /** The move changed nothing. */
    record Refused(ErrorCode code, String message) implements PlayStep {}
}
