package io.trashpong.harness.load;

import io.trashpong.bus.BusConfig;
import io.trashpong.bus.BusSecrets;
import io.trashpong.bus.OrderedTopic;
import io.trashpong.bus.PgBus;
import io.trashpong.bus.ReplicaId;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * The other process of {@code load --bus}: receives, and says for each line on its standard input how many frames came since the
 * last and how late: {@code frames p50 p99}, in microseconds.
 */
final class BusPeer {
    static final String TOPIC = "bench";
    static final String URL = "BENCH_DB_URL";
    static final String USER = "BENCH_DB_USER";
    static final String PASSWORD = "BENCH_DB_PASSWORD";
    static final String SECRET = "BENCH_BUS_SECRET";
    /** The sender hears so often how far this end is. */
    static final int ACK_EVERY = 250;

    private static final long LONGEST_MICROS = 60_000_000;

    private final Histogram latency = new ConcurrentHistogram(LONGEST_MICROS, 3);
    private @Nullable OrderedTopic acks;
    private long received;

    private BusPeer() {}

    /** @param arguments the raw channel to listen on, and this replica's id on the bus; "-" for none */
    public static void main(String[] arguments) throws IOException {
        var peer = new BusPeer();
        var vertx = Vertx.vertx(BusBench.vertxOptions());
        var database = System.getenv();
        if (!arguments[0].equals("-")) {
            peer.listen(vertx, database, arguments[0]);
        }
        if (!arguments[1].equals("-")) {
            peer.join(vertx, database, new ReplicaId(arguments[1]));
        }
        System.out.println("ready");
        var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (orders.readLine() != null) {
            Histogram since = peer.latency.copy();
            peer.latency.reset();
            System.out.println(since.getTotalCount() + " " + since.getValueAtPercentile(50) + " "
                    + since.getValueAtPercentile(99));
        }
        System.exit(0);
    }

    private void listen(Vertx vertx, Map<String, String> database, String channel) {
        var options = PgConnectOptions.fromUri(database.get(URL))
                .setUser(database.get(USER))
                .setPassword(database.get(PASSWORD));
        PgConnection.connect(vertx, options)
                .compose(connection -> {
                    connection.notificationHandler(heard -> BusFrames.read(heard.getPayload(), this::count));
                    return connection.query("LISTEN " + channel).execute();
                })
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private void join(Vertx vertx, Map<String, String> database, ReplicaId self) {
        var config = new BusConfig(
                self,
                String.valueOf(database.get(URL)),
                String.valueOf(database.get(USER)),
                String.valueOf(database.get(PASSWORD)),
                BusSecrets.of(String.valueOf(database.get(SECRET))));
        var bus = PgBus.create(vertx, config);
        acks = bus.openOrdered(TOPIC, new OrderedTopic.Listener() {
            @Override
            public void received(ReplicaId from, byte[] frame) {
                count(BusFrames.micros(frame));
                if (++received % ACK_EVERY == 0 && acks != null) {
                    acks.send(from, new byte[1]);
                }
            }

            @Override
            public void gap(ReplicaId from) {
                System.err.println("frames of " + from + " are lost");
            }
        });
        bus.start().toCompletionStage().toCompletableFuture().join();
    }

    private void count(long micros) {
        latency.recordValue(Math.clamp(micros, 0, LONGEST_MICROS));
    }
}
