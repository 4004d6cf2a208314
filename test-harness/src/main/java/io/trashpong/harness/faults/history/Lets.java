package io.trashpong.harness.faults.history;

import io.trashpong.protocol.MatchId;
import io.trashpong.protocol.RoomSnapshot;
import io.trashpong.protocol.ServerMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rallies that were served again although nobody had scored, as one client saw them. After a crash that is right, after a drain not. */
public final class Lets {
    private @Nullable MatchId match;
    private int points;
    private ServerMessage.@Nullable LegStarted served;
    private boolean returned;
    private int count;

    private Lets() {}

    public static int count(RoomHistory history, String client) {
        var lets = new Lets();
        for (Observation seen : history.observations()) {
            if (seen.client().equals(client) && seen instanceof Observation.Heard heard) {
                lets.heard(heard.message());
            }
        }
        return lets.count;
    }

    private void heard(ServerMessage message) {
        switch (message) {
            case ServerMessage.Welcome welcome -> {
                RoomSnapshot snapshot = welcome.snapshot();
                if (snapshot != null) {
                    stands(snapshot.match(), snapshot.score());
                }
            }
            case ServerMessage.Countdown countdown -> stands(countdown.match(), List.of(0, 0));
            case ServerMessage.Goal goal -> stands(match, goal.score());
            case ServerMessage.LegStarted leg when leg.hits() == 0 -> serve(leg);
            case ServerMessage.LegStarted _ -> returned = true;
            case ServerMessage.Seldom _, ServerMessage.Frequent _ -> {}
        }
    }

    private void stands(@Nullable MatchId now, List<Integer> score) {
        int scored = score.get(0) + score.get(1);
        if (now == null || !now.equals(match) || scored != points) {
            match = now;
            points = scored;
            served = null;
            returned = false;
        }
    }

    /** The same flight again, later, is a serve that goes on after a pause; a number alone may come again after a crash. */
    private void serve(ServerMessage.LegStarted leg) {
        if (served != null && (returned || !isSameFlight(served, leg))) {
            count++;
        }
        served = leg;
        returned = false;
    }

    private static boolean isSameFlight(ServerMessage.LegStarted one, ServerMessage.LegStarted other) {
        return one.leg() == other.leg() && one.vx() == other.vx() && one.vy() == other.vy();
    }
}
