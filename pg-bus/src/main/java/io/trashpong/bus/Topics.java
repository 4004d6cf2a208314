package io.trashpong.bus;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which topics this replica has opened, and who is told. A listener that throws is counted, and the bus goes on. */
final class Topics {
    private static final System.Logger LOG = System.getLogger(Topics.class.getName());

    private final BusMetrics metrics;
    private final Map<String, VolatileTopic.Listener> volatiles = new ConcurrentHashMap<>();
    private final Map<String, OrderedTopic.Listener> ordereds = new ConcurrentHashMap<>();
    private final Map<String, PgDurableTopic> durables = new ConcurrentHashMap<>();

    Topics(BusMetrics metrics) {
        this.metrics = metrics;
    }

    void open(String name, VolatileTopic.Listener listener) {
        once(name, volatiles.putIfAbsent(check(name), listener) == null);
    }

    void open(String name, OrderedTopic.Listener listener) {
        once(name, ordereds.putIfAbsent(check(name), listener) == null);
    }

    void open(String name, PgDurableTopic topic) {
        once(name, durables.putIfAbsent(check(name), topic) == null);
    }

    void deliver(ReplicaId from, Frame.Volatile frame) {
        var listener = volatiles.get(frame.topic());
        if (listener != null) {
            guard(() -> listener.received(from, frame.payload()));
        }
    }

    void deliver(ReplicaId from, Frame.Ordered frame) {
        var listener = ordereds.get(frame.topic());
        if (listener != null) {
            guard(() -> listener.received(from, frame.payload()));
        }
    }

    /** The numbers run over all ordered topics, so each may have lost something. */
    void tellGap(ReplicaId from) {
        ordereds.values().forEach(listener -> guard(() -> listener.gap(from)));
    }

    void rang(String topic) {
        var durable = durables.get(topic);
        if (durable != null) {
            durable.look();
        }
    }

    /** Bells may have been missed. */
    void resync() {
        durables.values().forEach(PgDurableTopic::look);
    }

    void stop() {
        durables.values().forEach(PgDurableTopic::stop);
    }

    void guard(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            metrics.listenerFailures.increment();
            LOG.log(System.Logger.Level.ERROR, "a listener of the bus failed", e);
        }
    }

    static String check(String name) {
        if (name.isEmpty()
                || name.length() > BusLimits.MAX_NAME
                || !StandardCharsets.US_ASCII.newEncoder().canEncode(name)) {
            throw new IllegalArgumentException("a name is 1 to %d ASCII characters".formatted(BusLimits.MAX_NAME));
        }
        return name;
    }

    static byte[] check(byte[] payload) {
        if (payload.length > BusLimits.MAX_PAYLOAD) {
            throw new IllegalArgumentException("a payload has at most %d bytes".formatted(BusLimits.MAX_PAYLOAD));
        }
        return payload;
    }

    private static void once(String name, boolean isNew) {
        if (!isNew) {
            throw new IllegalStateException("topic opened twice: " + name);
        }
    }
}
