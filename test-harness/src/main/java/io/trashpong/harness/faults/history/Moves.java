package io.trashpong.harness.faults.history;

import io.trashpong.protocol.ServerMessage;
import java.util.ArrayList;
import java.util.List;

/**
 * How one client got from relay to relay.
 *
 * @param gaps for each connection after the first: for how long the client had none, in nanoseconds; 0 when the new one was there
 *     before the old one ended, and -1 when none came
 * @param untold what ended without a word before, and for good
 */
public record Moves(List<Long> gaps, List<String> untold) {
    public static final long NEVER = -1;

    public Moves {
        gaps = List.copyOf(gaps);
        untold = List.copyOf(untold);
    }

    /** @param since nano clock: what was before is left out */
    public static Moves of(RoomHistory history, String client, long since) {
        var gaps = new ArrayList<Long>();
        var untold = new ArrayList<String>();
        boolean welcomed = false;
        boolean told = false;
        long lostAt = NEVER;
        for (Observation seen : history.observations()) {
            if (!seen.client().equals(client)) {
                continue;
            }
            boolean counts = seen.at() > since;
            switch (seen) {
                case Observation.Lost lost -> {
                    if (!told && counts) {
                        untold.add(client + " with " + lost.code());
                    }
                    lostAt = lost.at();
                }
                case Observation.Heard(String _, long at, ServerMessage.Welcome _) -> {
                    if (welcomed && counts) {
                        gaps.add(lostAt == NEVER ? 0 : at - lostAt);
                    }
                    welcomed = true;
                    told = false;
                    lostAt = NEVER;
                }
                case Observation.Heard heard -> told |= heard.message() instanceof ServerMessage.Moved;
                case Observation.Ended ended when counts -> untold.add(client + " ended with " + ended.code());
                case Observation.Ended _ -> {}
            }
        }
        if (lostAt != NEVER) {
            gaps.add(NEVER);
        }
        return new Moves(gaps, untold);
    }
}
