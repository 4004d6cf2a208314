package io.trashpong.relay.room;

import io.trashpong.protocol.MatchId;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.ServerMessage.PauseReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One match in play. Changed by its room only. */
final class Match {
    /** What was last told of a pause. */
    record Notice(int seat, PauseReason reason, boolean ticking) {}

    final MatchId id;
    /** Room time of the first serve. */
    final long startedAt;

    final List<Player> players;
    final Play play;
    final PauseClock pauses;

    /** What counts, or the match's start, is being written: nothing is served until it is. */
    boolean writing;

    @Nullable
    Notice paused;
    /** The leg, or turn, in which a pause was asked for that waits for its end; 0 when none waits. */
    int pauseAskedIn;
    /** Room time at which play stands still while {@link #paused}. */
    long pausedAt;
    /** Room time at which the last pause ended or will end. */
    long playsFrom;

    Match(MatchId id, long startedAt, List<Player> players, Play play, PauseClock pauses) {
        this.id = id;
        this.startedAt = startedAt;
        this.players = List.copyOf(players);
        this.play = play;
        this.pauses = pauses;
        this.playsFrom = startedAt;
    }
}
