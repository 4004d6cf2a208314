package io.trashpong.relay.room;

import io.trashpong.protocol.MatchId;
import io.trashpong.protocol.MatchResult;
import io.trashpong.protocol.Receipt;

/** Where a room stands between two matches, or in one. */
sealed interface Stage {

    /** For players, or for both to be ready. */
    record Waiting() implements Stage {}

    /** @param at room time of the first serve */
    record Countdown(MatchId match, long at, Play play) implements Stage {}

    record Running(Match match) implements Stage {}

    /** Decided, but the result is not written yet. */
    record Ending(Match match, MatchResult result, Receipt receipt) implements Stage {}

    record Finished(Match match, MatchResult result, Receipt receipt) implements Stage {}
}
