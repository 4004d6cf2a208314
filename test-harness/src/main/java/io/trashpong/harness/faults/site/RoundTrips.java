package io.trashpong.harness.faults.site;

import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.ServerMessage;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/**
 * Asks a relay for pongs at a fixed pace, whatever its answers take, as a bystander of what is done to others: what an answer
 * takes counts from when the question was due.
 */
public final class RoundTrips implements AutoCloseable {
    private static final long EVERY_MICROS = 10_000;
    private static final long MOST_MICROS = 30_000_000;
    private static final int LAST_ANSWER_MILLIS = 1_000;

    private final Member member;

    private RoundTrips(Member member) {
        this.member = member;
    }

    /** @param relay the relay's own address */
    public static RoundTrips at(FaultSite site, URI relay) throws IOException {
        Member member = Member.enter(site, relay, "Watch");
        Optional<BareSocket.Frame> welcome;
        do {
            welcome = member.socket().read(LAST_ANSWER_MILLIS);
        } while (welcome.flatMap(BareSocket.Frame::message)
                .filter(ServerMessage.Welcome.class::isInstance)
                .isEmpty());
        return new RoundTrips(member);
    }

    /** @return round trips in microseconds over that time */
    public Histogram measure(long millis) throws IOException, InterruptedException {
        var micros = new Histogram(MOST_MICROS, 3);
        long begin = System.nanoTime();
        int questions = (int) (millis * 1_000 / EVERY_MICROS);
        Thread asking = Thread.ofVirtual().start(() -> ask(begin, questions));
        for (int answers = 0; answers < questions; ) {
            var frame = member.socket().read(LAST_ANSWER_MILLIS);
            if (frame.isEmpty()) {
                throw new IOException("no answer within " + LAST_ANSWER_MILLIS + " ms");
            }
            if (frame.get().opcode() == BareSocket.PING) {
                member.socket().sendFrame(BareSocket.PONG, new byte[0]);
            }
            if (frame.flatMap(BareSocket.Frame::message).orElse(null) instanceof ServerMessage.Pong(long t, long _)) {
                micros.recordValue(Math.clamp((System.nanoTime() - begin) / 1_000 - t, 0, MOST_MICROS));
                answers++;
            }
        }
        asking.join();
        return micros;
    }

    private void ask(long begin, int questions) {
        try {
            for (int i = 0; i < questions; i++) {
                long due = i * EVERY_MICROS;
                long wait = begin + due * 1_000 - System.nanoTime();
                if (wait > 0) {
                    Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
                }
                member.socket().send(new ClientMessage.Ping(due));
            }
        } catch (IOException connectionLost) {
            // Who waits for the answers says so.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        member.close();
    }
}
