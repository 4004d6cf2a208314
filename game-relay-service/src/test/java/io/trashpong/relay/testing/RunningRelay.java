package io.trashpong.relay.testing;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.trashpong.bus.ReplicaId;
import io.trashpong.relay.Relay;
import io.trashpong.relay.RelayConfig;
import io.trashpong.relay.socket.RoomUpgrade;
import io.trashpong.relay.socket.SocketTimes;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.impl.VertxInternal;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One relay replica with an HTTP server of its own, in a Vert.x of its own. */
public final class RunningRelay {
    public static final String ORIGIN = "https://play.example";
    private static final List<String> LOOPBACK = List.of("127.0.0.0/8", "::1/128");

    private final Vertx vertx;
    private final Relay relay;
    private final HttpServer server;
    private final MeterRegistry meters;
    private final ReplicaId replica;

    private RunningRelay(Vertx vertx, Relay relay, HttpServer server, MeterRegistry meters, ReplicaId replica) {
        this.vertx = vertx;
        this.relay = relay;
        this.server = server;
        this.meters = meters;
        this.replica = replica;
    }

    public static RunningRelay start(TestDatabase database, AuthServer auth) {
        return start(database.url(), auth.url(), SocketTimes.STANDARD);
    }

    public static RunningRelay start(String databaseUrl, String authUrl, SocketTimes times) {
        var vertx = Vertx.vertx();
        var meters = new SimpleMeterRegistry();
        var config = new RelayConfig(
                TestDatabase.config(databaseUrl),
                authUrl,
                Set.of(ORIGIN),
                LOOPBACK,
                times,
                TestDatabase.LEASE,
                List.of());
        Relay relay = Waiting.await(Relay.start(vertx, config, meters));
        var options = new HttpServerOptions();
        RoomUpgrade.configure(options);
        var router = Router.router(vertx);
        router.get(RoomUpgrade.PATH).handler(relay.upgrade()::handle);
        HttpServer server = Waiting.await(
                vertx.createHttpServer(options).requestHandler(router).listen(0, "localhost"));
        return new RunningRelay(vertx, relay, server, meters, config.database().self());
    }

    public int port() {
        return server.actualPort();
    }

    /** As the bus knows it. */
    public ReplicaId replica() {
        return replica;
    }

    public Relay relay() {
        return relay;
    }

    public double count(String meter) {
        return meters.get(meter).counter().count();
    }

    public double totalSeconds(String meter) {
        return meters.get(meter).timer().totalTime(TimeUnit.SECONDS);
    }

    public double gauge(String meter) {
        return meters.get(meter).gauge().value();
    }

    /** As the process would end on SIGTERM. */
    public void drain() {
        Waiting.await(relay.drain());
        Waiting.await(relay.stop());
    }

    /** Stands still like a stopped process: its connections stay, and nothing of it runs. @return lets it run again */
    public Runnable freeze() {
        var thawed = new CountDownLatch(1);
        for (var loop : ((VertxInternal) vertx).getEventLoopGroup()) {
            loop.execute(() -> {
                try {
                    thawed.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        return thawed::countDown;
    }

    /** Ends without a word to anybody: sockets drop, the bus's lock falls free. */
    public void kill() {
        Waiting.await(vertx.close());
    }
}
