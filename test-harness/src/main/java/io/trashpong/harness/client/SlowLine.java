package io.trashpong.harness.client;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.random.RandomGenerator;

/**
 * A slow line to a server: a TCP proxy on the loopback interface that holds back whatever passes, both ways, so that
 * everything feels it, the relay's own pings too. The delay is normally distributed; bytes keep their order, as TCP's do.
 */
public final class SlowLine {
    private final Vertx vertx;
    private final URI server;
    private final double meanMillis;
    private final double jitterMillis;
    private final RandomGenerator random;

    private SlowLine(Vertx vertx, URI server, double meanMillis, double jitterMillis, RandomGenerator random) {
        this.vertx = vertx;
        this.server = server;
        this.meanMillis = meanMillis;
        this.jitterMillis = jitterMillis;
        this.random = random;
    }

    /**
     * Opens the line; it ends with {@code vertx}.
     *
     * @param meanMillis added each way
     * @param jitterMillis standard deviation of what is added
     * @return where to connect in place of {@code server}
     */
    public static Future<URI> open(
            Vertx vertx, URI server, double meanMillis, double jitterMillis, RandomGenerator random) {
        var line = new SlowLine(vertx, server, meanMillis, jitterMillis, random);
        return vertx.createNetServer()
                .connectHandler(line::accept)
                .listen(0, "127.0.0.1")
                .map(NetServer::actualPort)
                .map(port -> URI.create("http://127.0.0.1:" + port));
    }

    private void accept(NetSocket client) {
        client.pause();
        vertx.createNetClient()
                .connect(server.getPort(), server.getHost())
                .onSuccess(far -> {
                    new Direction(client, far).open();
                    new Direction(far, client).open();
                    client.resume();
                })
                .onFailure(_ -> client.close());
    }

    private final class Direction {
        private final NetSocket from;
        private final NetSocket to;
        private final Queue<Buffer> onTheWay = new ArrayDeque<>();
        private long lastArrival;

        Direction(NetSocket from, NetSocket to) {
            this.from = from;
            this.to = to;
        }

        void open() {
            from.handler(this::pass);
            from.exceptionHandler(_ -> from.close());
            from.closeHandler(_ -> to.close());
        }

        private void pass(Buffer bytes) {
            long now = System.nanoTime();
            double delay = Math.max(0, random.nextGaussian(meanMillis, jitterMillis));
            lastArrival = Math.max(lastArrival, now + (long) (delay * 1e6));
            // A timer counts whole milliseconds, so two may change places: whichever fires delivers what came first.
            onTheWay.add(bytes);
            long millis = Math.max(1, Math.round((lastArrival - now) / 1e6));
            var _ = vertx.setTimer(millis, _ -> to.write(onTheWay.remove()));
        }
    }
}
