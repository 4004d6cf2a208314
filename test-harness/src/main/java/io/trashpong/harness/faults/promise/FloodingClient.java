package io.trashpong.harness.faults.promise;

import io.trashpong.harness.faults.site.BareSocket;
import io.trashpong.harness.faults.site.FaultSite;
import io.trashpong.harness.faults.site.Member;
import io.trashpong.harness.faults.site.RelayProbe;
import io.trashpong.harness.faults.site.RoundTrips;
import io.trashpong.harness.stack.Progress;
import io.trashpong.protocol.BinaryFrame;
import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.CloseCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** One client sends 10,000 messages a second, and comes back to do it again. */
record FloodingClient() implements Trial {
    private static final int MESSAGES_PER_SECOND = 10_000;
    private static final int SLICE_MILLIS = 10;
    private static final long CLOSED_WITHIN = 1_000;
    private static final int PATIENCE = 5_000;
    private static final long MOST_HEAP_GROWTH = 16L << 20;
    private static final long WINDOW_MILLIS = 1_500;

    @Override
    public int number() {
        return 10;
    }

    @Override
    public String promise() {
        return "one client sends 10,000 messages a second";
    }

    @Override
    public List<Figure> run(FaultSite site, Scale scale, Progress progress) throws Exception {
        var relay = site.stack().relays().getFirst();
        var probe = new RelayProbe(relay);
        long heap = probe.liveHeap();
        var closed = new Durations();
        var otherCodes = new ArrayList<Integer>();
        var others = new Bystanders();
        try (RoundTrips bystander = RoundTrips.at(site, relay.address())) {
            var _ = bystander.measure(WINDOW_MILLIS);
            for (int window = 0; window < scale.of(1, 3, 7); window++) {
                others.without(bystander.measure(WINDOW_MILLIS));
                var over = new AtomicBoolean();
                Thread flooding = Thread.ofVirtual().start(() -> floodUntil(over, site, closed, otherCodes));
                others.with(bystander.measure(WINDOW_MILLIS));
                over.set(true);
                flooding.join();
            }
        }
        long grown = Math.max(0, probe.liveHeap() - heap);
        return List.of(
                Figure.atMostMillis("flood to close, slowest of " + closed.count(), CLOSED_WITHIN, closed.most()),
                Figure.none("other codes than 4408", otherCodes),
                others.figure(),
                Figure.of(
                        "heap grown",
                        "at most " + (MOST_HEAP_GROWTH >> 20) + " MiB",
                        (grown >> 10) + " KiB",
                        grown <= MOST_HEAP_GROWTH));
    }

    private static void floodUntil(AtomicBoolean over, FaultSite site, Durations closed, List<Integer> otherCodes) {
        try {
            while (!over.get()) {
                flood(site, closed, otherCodes);
            }
        } catch (IOException e) {
            otherCodes.add(BareSocket.ABNORMAL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void flood(FaultSite site, Durations closed, List<Integer> otherCodes)
            throws IOException, InterruptedException {
        try (Member member = Member.enter(site, site.relays().getFirst(), "Flood")) {
            long begin = System.nanoTime();
            Thread sending = Thread.ofVirtual().start(() -> sendUntilClosed(member.socket()));
            int code = member.socket().awaitClose(PATIENCE);
            closed.add(begin, code < 0 ? -1 : System.nanoTime());
            if (code != CloseCode.TOO_MANY_MESSAGES.code()) {
                otherCodes.add(code);
            }
            sending.interrupt();
            sending.join();
        }
    }

    private static void sendUntilClosed(BareSocket socket) {
        byte[] frame = BareSocket.frame(0x82, BinaryFrame.encode(new ClientMessage.Aim(1, 0)));
        var slice = new byte[frame.length * MESSAGES_PER_SECOND * SLICE_MILLIS / 1_000];
        for (int i = 0; i < slice.length; i++) {
            slice[i] = frame[i % frame.length];
        }
        try {
            for (int i = 0; i < PATIENCE / SLICE_MILLIS; i++) {
                socket.sendRaw(slice);
                Thread.sleep(SLICE_MILLIS);
            }
        } catch (IOException closed) {
            // It is what is measured.
        } catch (InterruptedException closedToo) {
            Thread.currentThread().interrupt();
        }
    }
}
