package io.trashpong.bus;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A bus with one topic of each class that writes down what it hears. */
final class Replica {
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final PgBus bus;
    final VolatileTopic paddles;
    final OrderedTopic moves;
    final DurableTopic results;

    final List<String> heardPaddles = new CopyOnWriteArrayList<>();
    final List<String> heardMoves = new CopyOnWriteArrayList<>();
    final List<ReplicaId> gaps = new CopyOnWriteArrayList<>();
    final List<AutoCloseable> subscriptions = new CopyOnWriteArrayList<>();
    final AtomicInteger resyncs = new AtomicInteger();

    Replica(Vertx vertx, BusConfig config) {
        bus = PgBus.create(vertx, config, meters);
        paddles = bus.openVolatile("paddles", (from, payload) -> heardPaddles.add(text(payload)));
        moves = bus.openOrdered("moves", new OrderedTopic.Listener() {
            @Override
            public void received(ReplicaId from, byte[] payload) {
                heardMoves.add(text(payload));
            }

            @Override
            public void gap(ReplicaId from) {
                gaps.add(from);
            }
        });
        results = bus.openDurable("lobby.results");
        bus.onListening(resyncs::incrementAndGet);
    }

    ReplicaId id() {
        return bus.self();
    }

    void move(Replica to, String move) {
        moves.send(to.id(), move.getBytes(UTF_8));
    }

    void paddle(Replica to, String key, String position) {
        paddles.send(to.id(), key, position.getBytes(UTF_8));
    }

    void consume(String group, List<String> taken) {
        consume(group, (transaction, events) -> {
            taken.addAll(events);
            return Future.succeededFuture();
        });
    }

    void consume(String group, DurableTopic.Handler handler) {
        subscriptions.add(results.consume(group, handler));
    }

    double count(String meter) {
        return meters.get("trashpong.bus." + meter).counter().count();
    }

    static String text(byte[] payload) {
        return new String(payload, UTF_8);
    }
}
