package io.trashpong.harness.line;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** One connection through a {@link FaultProxy}: two directions, each read by one virtual thread and written by another. */
final class ProxiedConnection {
    private static final int CHUNK_BYTES = 16 * 1024;
    /** Chunks on their way in one direction; past it the sender is not read, as with a full line. */
    private static final int MOST_ON_THE_WAY = 1_024;

    private static final Chunk END = new Chunk(ByteBuffer.allocate(0), Long.MIN_VALUE);

    private final Socket client;
    private final Socket server;
    private final Tap tap;
    private final AtomicInteger directionsLeft = new AtomicInteger(2);

    private record Chunk(ByteBuffer bytes, long dueNanos) {}

    ProxiedConnection(Socket client, Socket server, Tap tap) {
        this.client = client;
        this.server = server;
        this.tap = tap;
    }

    void carry(Gate line, Gate reading, LongSupplier delayNanos, Runnable onEnd) {
        new Direction(client, server, this::sent, new Gate(), line, delayNanos, onEnd).open();
        new Direction(server, client, this::answered, reading, line, delayNanos, onEnd).open();
    }

    void reset() {
        reset(client);
        reset(server);
    }

    /** With no time to linger a close is a reset. */
    static void reset(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (IOException alreadyGone) {
            // It is what was wanted.
        }
    }

    private synchronized Tap.Fate sent(byte[] chunk) {
        return tap.sent(chunk);
    }

    private synchronized Tap.Fate answered(byte[] chunk) {
        return tap.answered(chunk);
    }

    private final class Direction {
        private final Socket from;
        private final Socket to;
        private final Function<byte[], Tap.Fate> judge;
        private final Gate reading;
        private final Gate line;
        private final LongSupplier delayNanos;
        private final Runnable onEnd;
        private final BlockingQueue<Chunk> onTheWay = new ArrayBlockingQueue<>(MOST_ON_THE_WAY);

        Direction(
                Socket from,
                Socket to,
                Function<byte[], Tap.Fate> judge,
                Gate reading,
                Gate line,
                LongSupplier delayNanos,
                Runnable onEnd) {
            this.from = from;
            this.to = to;
            this.judge = judge;
            this.reading = reading;
            this.line = line;
            this.delayNanos = delayNanos;
            this.onEnd = onEnd;
        }

        void open() {
            Thread.ofVirtual().start(this::read);
            Thread.ofVirtual().start(this::write);
        }

        private void read() {
            var buffer = new byte[CHUNK_BYTES];
            try {
                while (true) {
                    reading.pass();
                    int length = from.getInputStream().read(buffer);
                    if (length < 0) {
                        onTheWay.put(END);
                        return;
                    }
                    var bytes = Arrays.copyOf(buffer, length);
                    if (judge.apply(bytes) == Tap.Fate.CUT) {
                        reset();
                        onTheWay.put(END);
                        return;
                    }
                    onTheWay.put(
                            new Chunk(ByteBuffer.wrap(bytes), System.nanoTime() + Math.max(0, delayNanos.getAsLong())));
                }
            } catch (IOException broken) {
                resetOnceLineIsOpen();
                boolean _ = onTheWay.offer(END);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** Over a dead line no reset is heard either. */
        private void resetOnceLineIsOpen() {
            try {
                line.pass();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            reset();
        }

        private void write() {
            try {
                for (Chunk next = onTheWay.take(); !next.equals(END); next = onTheWay.take()) {
                    TimeUnit.NANOSECONDS.sleep(next.dueNanos() - System.nanoTime());
                    line.pass();
                    to.getOutputStream().write(next.bytes().array());
                }
                line.pass();
                to.shutdownOutput();
            } catch (IOException broken) {
                reset();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                if (directionsLeft.decrementAndGet() == 0) {
                    close();
                    onEnd.run();
                }
            }
        }

        private void close() {
            try (client;
                    server) {
                // Both have said all they had to say.
            } catch (IOException alreadyGone) {
                // It is what was wanted.
            }
        }
    }
}
