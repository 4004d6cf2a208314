package io.trashpong.harness.faults.promise;

import io.trashpong.harness.faults.site.BareSocket;
import io.trashpong.harness.faults.site.FaultSite;
import io.trashpong.harness.faults.site.Malformed;
import io.trashpong.harness.faults.site.RelayProbe;
import io.trashpong.harness.stack.Progress;
import io.trashpong.protocol.RoomId;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Frames of a seeded generator, each on a connection of its own. */
record MalformedFrames() implements Trial {
    private static final long SEED = 11;
    private static final int PATIENCE = 5_000;
    private static final long SETTLE_MILLIS = 5_000;
    private static final long LOOK_MILLIS = 50;

    @Override
    public int number() {
        return 11;
    }

    @Override
    public String promise() {
        return "malformed frames from a seeded generator";
    }

    @Override
    public List<Figure> run(FaultSite site, Scale scale, Progress progress) throws Exception {
        int frames = scale.of(300, 2_000, 10_000);
        var relay = site.stack().relays().getFirst();
        var probe = new RelayProbe(relay);
        long connections = probe.connections();
        long process = relay.handle().pid();
        var wrong = new ArrayList<String>();
        var dice = new SplittableRandom(SEED);
        for (int i = 0; i < frames; i++) {
            Malformed malformed = Malformed.next(dice);
            int code = answer(relay.address(), malformed);
            if (!malformed.codes().contains(code)) {
                wrong.add(malformed.what() + " → " + code);
            }
            if ((i + 1) % 2_500 == 0) {
                progress.line(i + 1 + " of " + frames + " frames");
            }
        }
        boolean alive = site.stack().relays().getFirst().handle().pid() == process
                && relay.handle().isAlive();
        return List.of(
                Figure.none("other codes in " + frames + " frames", wrong),
                Figure.of("crashes", "0", alive ? "0" : "1", alive),
                Figure.all("sockets leaked", 0, leaked(probe, connections)));
    }

    private static int answer(URI relay, Malformed malformed) throws IOException {
        try (BareSocket socket = BareSocket.open(relay, "/ws/rooms/" + RoomId.random(), null)) {
            socket.sendRaw(malformed.frame().array());
            return socket.awaitClose(PATIENCE);
        }
    }

    private static long leaked(RelayProbe probe, long before) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + SETTLE_MILLIS * 1_000_000;
        long leaked = probe.connections() - before;
        while (leaked > 0 && System.nanoTime() < deadline) {
            Thread.sleep(LOOK_MILLIS);
            leaked = probe.connections() - before;
        }
        return Math.max(0, leaked);
    }
}
