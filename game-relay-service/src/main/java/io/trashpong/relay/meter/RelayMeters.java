package io.trashpong.relay.meter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.trashpong.protocol.CloseCode;
import io.trashpong.protocol.FairnessReceipt;
import io.trashpong.protocol.Receipt;
import io.trashpong.protocol.TurnReceipt;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;

/** Every metric of the relay, named {@code trashpong.relay.*}. */
public final class RelayMeters {
    private final MeterRegistry registry;
    private final AtomicInteger connections;
    private final AtomicLong queuedBytes;
    private final Counter messagesIn;
    private final Counter messagesOut;
    private final Counter dropped;
    private final Counter badLinkMessages;
    private final Counter timers;
    private final Counter takeovers;
    private final Counter ownershipsLost;
    private final Counter leasesLost;
    private final Counter staleWrites;
    private final Counter handOversOut;
    private final Counter handOversIn;
    private final Counter handOversFailed;
    private final Timer drains;
    private final Counter verdictsInTime;
    private final Counter verdictsInGrace;
    private final Counter verdictsByDeadline;
    private final Map<CloseCode, Counter> closes = new EnumMap<>(CloseCode.class);

    public RelayMeters(MeterRegistry registry) {
        this.registry = registry;
        connections = new AtomicInteger();
        queuedBytes = new AtomicLong();
        Gauge.builder("trashpong.relay.connections", connections, AtomicInteger::get)
                .description("open WebSockets of rooms")
                .register(registry);
        Gauge.builder("trashpong.relay.queue.bytes", queuedBytes, AtomicLong::get)
                .description("bytes waiting for clients that read slowly")
                .register(registry);
        messagesIn = counter("messages.in", "messages from clients");
        messagesOut = counter("messages.out", "messages to clients");
        dropped = counter("messages.dropped", "paddles replaced by a newer one, and input while no owner is known");
        badLinkMessages = counter("link.malformed", "messages between relays that could not be read");
        timers = counter("timers", "wake-ups that rooms asked for; about one a second for each room in play");
        takeovers = counter("takeovers", "rooms taken over from another owner");
        ownershipsLost = counter("ownerships.lost", "rooms stopped because another epoch rules them");
        leasesLost = counter("leases.lost", "times this process stood still for so long that others could rule");
        staleWrites = counter("writes.stale", "writes refused because another epoch rules the room");
        handOversOut = counter("handovers.out", "rooms handed over in play to another replica");
        handOversIn = counter("handovers.in", "rooms taken up in play from another replica");
        handOversFailed = counter("handovers.failed", "rooms let go in a drain because nobody took them");
        drains = Timer.builder("trashpong.relay.drains")
                .description("from SIGTERM until no room is left")
                .register(registry);
        verdictsInTime = verdicts("in-time");
        verdictsInGrace = verdicts("in-grace");
        verdictsByDeadline = verdicts("deadline");
        for (CloseCode code : CloseCode.values()) {
            closes.put(
                    code,
                    Counter.builder("trashpong.relay.closes")
                            .description("WebSockets closed by the relay")
                            .tag("code", Integer.toString(code.code()))
                            .register(registry));
        }
    }

    /** @param rooms how many this replica owns */
    public void countRooms(IntSupplier rooms) {
        Gauge.builder("trashpong.relay.rooms", rooms, IntSupplier::getAsInt)
                .description("rooms this replica owns")
                .strongReference(true)
                .register(registry);
    }

    public int connections() {
        return connections.get();
    }

    public void connected() {
        connections.incrementAndGet();
    }

    public void disconnected() {
        connections.decrementAndGet();
    }

    public void queued(long bytes) {
        queuedBytes.addAndGet(bytes);
    }

    public void received() {
        messagesIn.increment();
    }

    public void sent() {
        messagesOut.increment();
    }

    public void dropped() {
        dropped.increment();
    }

    public void malformedLinkMessage() {
        badLinkMessages.increment();
    }

    public void armedTimer() {
        timers.increment();
    }

    public void tookOver() {
        takeovers.increment();
    }

    public void lostOwnership() {
        ownershipsLost.increment();
    }

    public void closed(CloseCode code) {
        Objects.requireNonNull(closes.get(code)).increment();
    }

    public void lostLease() {
        leasesLost.increment();
    }

    public void refusedStaleWrite() {
        staleWrites.increment();
    }

    public void handedOver() {
        handOversOut.increment();
    }

    public void tookUp() {
        handOversIn.increment();
    }

    public void failedHandOver() {
        handOversFailed.increment();
    }

    /** @return to be run when the drain is over */
    public Runnable beginDrain() {
        var sample = Timer.start(registry);
        return () -> {
            long _ = sample.stop(drains);
        };
    }

    public void finished(Receipt receipt) {
        switch (receipt) {
            case FairnessReceipt fairness -> judged(fairness);
            case TurnReceipt _ -> {}
        }
    }

    private void judged(FairnessReceipt receipt) {
        int inGrace =
                receipt.sides().stream().mapToInt(FairnessReceipt.Side::inGrace).sum();
        int byDeadline = receipt.sides().stream()
                .mapToInt(FairnessReceipt.Side::byDeadline)
                .sum();
        verdictsInGrace.increment(inGrace);
        verdictsByDeadline.increment(byDeadline);
        verdictsInTime.increment(Math.max(0, receipt.verdicts() - inGrace - byDeadline));
    }

    private Counter counter(String name, String description) {
        return Counter.builder("trashpong.relay." + name)
                .description(description)
                .register(registry);
    }

    private Counter verdicts(String kind) {
        return Counter.builder("trashpong.relay.verdicts")
                .description("crossings judged, of finished matches")
                .tag("kind", kind)
                .register(registry);
    }
}
