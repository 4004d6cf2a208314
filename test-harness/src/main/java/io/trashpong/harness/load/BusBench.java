package io.trashpong.harness.load;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.trashpong.bus.BusConfig;
import io.trashpong.bus.BusSecrets;
import io.trashpong.bus.OrderedTopic;
import io.trashpong.bus.PgBus;
import io.trashpong.bus.ReplicaId;
import io.trashpong.harness.stack.DatabaseAccess;
import io.trashpong.harness.stack.Progress;
import io.trashpong.harness.stack.Stack;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * {@code load --bus}: how many frames of {@value BusFrames#BYTES} bytes go from one process to another through Postgres, step by
 * step from one NOTIFY a frame to the bus, all in one run. Each way has a bounded number of frames in flight and sends as fast as
 * that lets it.
 */
final class BusBench {
    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final String NOTIFY = "SELECT count(pg_notify($1, p)) FROM unnest($2::text[]) AS t(p)";
    /** Payloads in one statement, where there are many. */
    private static final int BATCH = 200;
    /** In a statement of full payloads: as many bytes as Postgres carries best. */
    private static final int FULL_BATCH = 10;
    /** Replicas that a channel for all wakes in vain. */
    private static final int BYSTANDERS = 2;
    /** Frames on their way over the bus. */
    private static final int WINDOW = 5_000;

    private static final String CHANNEL = "bench_inbox";
    private static final String OTHER = "bench_other";

    private final Stack stack;
    private final DatabaseAccess database;
    private final Vertx vertx = Vertx.vertx(vertxOptions());
    private final Duration duration;
    private final Progress progress;
    private final BusFrames frames = new BusFrames();

    /** @param receiverCpu of all processes that heard of the frames, microseconds a frame, as all CPU times here */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Row(
            String name,
            double framesPerS,
            double megabytesPerS,
            double p50Ms,
            double p99Ms,
            double postgresCpu,
            double senderCpu,
            double receiverCpu) {}

    BusBench(Stack stack, int seconds, Progress progress) {
        this.stack = stack;
        this.database = stack.relayDatabase();
        this.duration = Duration.ofSeconds(seconds);
        this.progress = progress;
    }

    static VertxOptions vertxOptions() {
        return new VertxOptions().setEventLoopPoolSize(1).setPreferNativeTransport(true);
    }

    List<Row> measure() throws InterruptedException {
        List<Row> rows = new ArrayList<>();
        List<PeerProcess> peers = new ArrayList<>();
        try {
            peers.add(PeerProcess.start(database, CHANNEL, "-"));
            rows.add(raw("one NOTIFY a frame", peers, 1, 1));
            rows.add(raw("batched: " + BATCH + " NOTIFYs a commit", peers, BATCH, 1));
            rows.add(raw(
                    "packed: payloads of " + BusFrames.MOST_IN_PAYLOAD, peers, FULL_BATCH, BusFrames.MOST_IN_PAYLOAD));
            for (int i = 0; i < BYSTANDERS; i++) {
                peers.add(PeerProcess.start(database, CHANNEL, "-"));
            }
            rows.add(raw("packed, a channel for all of 3", peers, FULL_BATCH, BusFrames.MOST_IN_PAYLOAD));
            while (peers.size() > 1) {
                peers.removeLast().close();
            }
            for (int i = 0; i < BYSTANDERS; i++) {
                peers.add(PeerProcess.start(database, OTHER, "-"));
            }
            rows.add(raw("packed, an inbox for each of 3", peers, FULL_BATCH, BusFrames.MOST_IN_PAYLOAD));
            peers.forEach(PeerProcess::close);
            peers.clear();
            peers.add(PeerProcess.start(database, "-", "bench.receiver"));
            rows.add(bus(peers));
            return rows;
        } finally {
            peers.forEach(PeerProcess::close);
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private Row raw(String name, List<PeerProcess> peers, int payloads, int framesEach) throws InterruptedException {
        var options = PgConnectOptions.fromUri(database.url())
                .setUser(database.user())
                .setPassword(database.password())
                .setCachePreparedStatements(true);
        var connection = PgConnection.connect(vertx, options)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        var running = new boolean[] {true};
        vertx.runOnContext(_ -> notifyAgain(connection, payloads, framesEach, () -> running[0]));
        Row row = watch(name, peers);
        vertx.runOnContext(_ -> running[0] = false);
        connection.close().toCompletionStage().toCompletableFuture().join();
        return row;
    }

    private void notifyAgain(PgConnection connection, int payloads, int framesEach, BooleanSupplier running) {
        if (running.getAsBoolean()) {
            var texts = new String[payloads];
            Arrays.setAll(texts, _ -> frames.payload(framesEach));
            connection
                    .preparedQuery(NOTIFY)
                    .execute(Tuple.of(CHANNEL).addArrayOfString(texts))
                    .onSuccess(_ -> notifyAgain(connection, payloads, framesEach, running));
        }
    }

    private Row bus(List<PeerProcess> peers) throws InterruptedException {
        var config = new BusConfig(
                new ReplicaId("bench.sender"),
                database.url(),
                database.user(),
                database.password(),
                BusSecrets.of(database.busSecret()));
        var bus = PgBus.create(vertx, config);
        var sender = new WindowedSender(new ReplicaId("bench.receiver"), frames, WINDOW);
        OrderedTopic topic = bus.openOrdered(BusPeer.TOPIC, sender);
        bus.start().toCompletionStage().toCompletableFuture().join();
        vertx.runOnContext(_ -> sender.begin(topic));
        Row row = watch("the bus: ordered, replayable", peers);
        bus.stop().toCompletionStage().toCompletableFuture().join();
        return row;
    }

    private Row watch(String name, List<PeerProcess> peers) throws InterruptedException {
        Thread.sleep(WARM_UP);
        peers.forEach(peer -> {
            var _ = peer.ask();
        });
        long begin = System.nanoTime();
        long postgres = ProcessStat.treeCpuMicros(stack.postgresPid());
        long self = ProcessStat.cpuMicros(ProcessHandle.current().pid());
        long receivers = cpu(peers);
        Thread.sleep(duration);
        PeerProcess.Received received = peers.getFirst().ask();
        double seconds = (System.nanoTime() - begin) / 1e9;
        double count = Math.max(1, received.frames());
        var row = new Row(
                name,
                received.frames() / seconds,
                received.frames() * BusFrames.BYTES / seconds / 1e6,
                received.p50() / 1e3,
                received.p99() / 1e3,
                (ProcessStat.treeCpuMicros(stack.postgresPid()) - postgres) / count,
                (ProcessStat.cpuMicros(ProcessHandle.current().pid()) - self) / count,
                (cpu(peers) - receivers) / count);
        progress.line("%-34s %,9.0f frames/s, p99 %.1f ms".formatted(name, row.framesPerS(), row.p99Ms()));
        return row;
    }

    private static long cpu(List<PeerProcess> peers) {
        return peers.stream()
                .mapToLong(peer -> ProcessStat.cpuMicros(peer.pid()))
                .sum();
    }
}
