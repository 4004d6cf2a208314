package io.trashpong.harness.faults.promise;

import io.trashpong.harness.faults.site.BareSocket;
import io.trashpong.harness.faults.site.FaultSite;
import io.trashpong.harness.faults.site.Member;
import io.trashpong.harness.faults.site.RelayProbe;
import io.trashpong.harness.faults.site.RoundTrips;
import io.trashpong.harness.stack.Progress;
import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.CloseCode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * One reader stops reading and goes on writing. What a room has to say would take hours to fill anything, so it makes the relay
 * answer it: each {@code ready} at the wrong time is refused with a sentence.
 */
record StoppedReader() implements Trial {
    private static final int REFUSALS_PER_SECOND = 110;
    private static final long MOST_QUEUED = 256 * 1024;
    private static final long PATIENCE_MILLIS = 90_000;
    private static final int LAST_WORDS_MILLIS = 10_000;
    private static final long WINDOW_MILLIS = 2_000;

    @Override
    public int number() {
        return 9;
    }

    @Override
    public String promise() {
        return "one reader stops reading";
    }

    @Override
    public List<Figure> run(FaultSite site, Scale scale, Progress progress) throws Exception {
        var relay = site.stack().relays().get(1);
        var probe = new RelayProbe(relay);
        var others = new Bystanders();
        long most = 0;
        int code;
        long begin = System.nanoTime();
        try (RoundTrips bystander = RoundTrips.at(site, relay.address());
                Member reader = Member.enter(site, relay.address(), "Stone")) {
            var _ = bystander.measure(WINDOW_MILLIS);
            for (int i = 0; i < 3; i++) {
                others.without(bystander.measure(WINDOW_MILLIS));
            }
            long before = probe.closes(CloseCode.TOO_SLOW);
            Thread writing = Thread.ofVirtual().start(() -> writeUntilClosed(reader.socket()));
            long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
            while (probe.closes(CloseCode.TOO_SLOW) == before && System.nanoTime() < deadline) {
                others.with(bystander.measure(WINDOW_MILLIS));
                most = Math.max(most, probe.queuedBytes());
            }
            writing.interrupt();
            writing.join();
            code = reader.socket().awaitClose(LAST_WORDS_MILLIS);
        }
        String took = String.format(Locale.ROOT, "%d after %.0f s", code, (System.nanoTime() - begin) / 1e9);
        return List.of(
                Figure.of("closed with", "4001", took, code == CloseCode.TOO_SLOW.code()),
                Figure.of(
                        "most queued for it",
                        "at most 256 KiB",
                        most / 1_024 + " KiB",
                        most > 0 && most <= MOST_QUEUED),
                others.figure());
    }

    private static void writeUntilClosed(BareSocket socket) {
        try {
            while (true) {
                socket.send(new ClientMessage.Rematch());
                Thread.sleep(1_000 / REFUSALS_PER_SECOND);
            }
        } catch (IOException gone) {
            // The relay says so too.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
