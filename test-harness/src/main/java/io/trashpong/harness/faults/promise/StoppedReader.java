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
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One reader stops reading and goes on writing. A match would take an hour to fill anything, so he and his opponent hide and show
 * their pages as often as the message rate lets them: each time the room has to tell both, and may not leave it out.
 */
record StoppedReader() implements Trial {
    private static final int WRITES_PER_SECOND = 110;
    private static final long MOST_QUEUED = 256 * 1024;
    private static final long PATIENCE_MILLIS = 60_000;
    private static final int LAST_WORDS_MILLIS = 10_000;
    private static final long WINDOW_MILLIS = 1_000;

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
        var ends = new ArrayList<End>();
        try (RoundTrips bystander = RoundTrips.at(site, relay.address())) {
            var _ = bystander.measure(WINDOW_MILLIS);
            for (int round = 0; round < scale.of(1, 3, 10); round++) {
                for (int window = 0; window < scale.of(1, 5, 5); window++) {
                    others.without(bystander.measure(WINDOW_MILLIS));
                    long _ = probe.queuedBytes();
                }
                ends.add(stopReading(site, relay.address(), probe, bystander, others));
            }
        }
        var otherEnds = ends.stream()
                .filter(end -> end.code() != CloseCode.TOO_SLOW.code())
                .toList();
        long most = ends.stream().mapToLong(End::mostQueued).max().orElse(0);
        double slowest = ends.stream().mapToDouble(End::seconds).max().orElse(0);
        return List.of(
                Figure.none("other ends than 4001, in " + ends.size(), otherEnds),
                Figure.of("until then, longest", "-", String.format(Locale.ROOT, "%.0f s", slowest), true),
                Figure.of(
                        "most queued for it",
                        "at most 256 KiB",
                        most / 1_024 + " KiB",
                        most > 0 && most <= MOST_QUEUED),
                others.figure());
    }

    /** @param seconds from the last byte read until the relay closed */
    private record End(int code, double seconds, long mostQueued) {}

    private static End stopReading(FaultSite site, URI relay, RelayProbe probe, RoundTrips bystander, Bystanders others)
            throws Exception {
        try (Member reader = Member.enter(site, relay, "Stone");
                Member opponent = reader.joinedBy(site, relay, "Pebble")) {
            long before = probe.closes(CloseCode.TOO_SLOW);
            long begin = System.nanoTime();
            long deadline = begin + PATIENCE_MILLIS * 1_000_000;
            Thread reading = Thread.ofVirtual().start(() -> readOn(opponent.socket()));
            List<Thread> writing = List.of(
                    Thread.ofVirtual().start(() -> hideAndShow(reader.socket())),
                    Thread.ofVirtual().start(() -> hideAndShow(opponent.socket())));
            long most = 0;
            while (probe.closes(CloseCode.TOO_SLOW) == before && System.nanoTime() < deadline) {
                others.with(bystander.measure(WINDOW_MILLIS));
                most = Math.max(most, probe.queuedBytes());
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            for (Thread thread : writing) {
                thread.interrupt();
                thread.join();
            }
            int code = reader.socket().awaitClose(LAST_WORDS_MILLIS);
            opponent.socket().send(new ClientMessage.Leave());
            reading.join();
            return new End(code, seconds, most);
        }
    }

    private static void hideAndShow(BareSocket socket) {
        try {
            for (boolean hidden = true; true; hidden = !hidden) {
                socket.send(new ClientMessage.Hidden(hidden));
                Thread.sleep(1_000 / WRITES_PER_SECOND);
            }
        } catch (IOException closed) {
            // What the relay closes with is read.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void readOn(BareSocket socket) {
        try {
            int _ = socket.awaitClose((int) PATIENCE_MILLIS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
