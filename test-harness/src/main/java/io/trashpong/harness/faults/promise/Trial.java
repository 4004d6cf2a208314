package io.trashpong.harness.faults.promise;

import io.trashpong.harness.faults.site.FaultSite;
import io.trashpong.harness.stack.Progress;
import java.util.List;

/** One promise, tried. It leaves the site as it found it: everything runs, its own rooms are closed. */
public sealed interface Trial
        permits AnswersWhilePostgresIsFrozen,
                ChurnLeavesNothing,
                CommitWithoutAnswer,
                DeadNetwork,
                DrainedRelays,
                FloodingClient,
                ForgedTokens,
                KilledListeners,
                KilledPostgres,
                KilledRelay,
                LastSeat,
                MalformedFrames,
                RoomListIsTrue,
                StoppedOwner,
                StoppedReader {

    /** All of them, in the order of their numbers. */
    static List<Trial> all() {
        return List.of(
                new KilledRelay(),
                new DrainedRelays(),
                new StoppedOwner(),
                new DeadNetwork(),
                new KilledPostgres(),
                new CommitWithoutAnswer(),
                new KilledListeners(),
                new AnswersWhilePostgresIsFrozen(),
                new StoppedReader(),
                new FloodingClient(),
                new MalformedFrames(),
                new LastSeat(),
                new ForgedTokens(),
                new RoomListIsTrue(),
                new ChurnLeavesNothing());
    }

    /** In the list of promises. */
    int number();

    /** The promise in a sentence. */
    String promise();

    /** @param progress hears what is being done now and then */
    List<Figure> run(FaultSite site, Scale scale, Progress progress) throws Exception;
}
