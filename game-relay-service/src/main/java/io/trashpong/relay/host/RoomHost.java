package io.trashpong.relay.host;

import io.trashpong.protocol.CloseCode;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.event.RelayEvent;
import io.trashpong.relay.clock.PgClock;
import io.trashpong.relay.meter.EventLog;
import io.trashpong.relay.meter.RelayMeters;
import io.trashpong.relay.ownership.Lease;
import io.trashpong.relay.room.ConnectionId;
import io.trashpong.relay.room.LiveRoom;
import io.trashpong.relay.room.RoomCommand;
import io.trashpong.relay.room.RoomEffect;
import io.trashpong.relay.room.RoomSession;
import io.trashpong.relay.room.RoomWrite;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Drives one session on its loop: hands it commands, does what it wants done, wakes it when its time has come. */
public final class RoomHost {
    private static final long NEVER = Long.MAX_VALUE;
    /** A room is handed over with no verdict due for so long, in microseconds: then none falls for want of an owner. */
    private static final long CALM = 250_000;
    /** What is said to a room while it is handed over. */
    private static final int MAX_HELD = 1_024;

    private final RoomId room;
    private final long epoch;
    private final long origin;
    private final RoomLoop loop;
    private final RoomSession session;
    private final PgClock clock;
    private final RoomWriter writer;
    private final Delivery delivery;
    private final RelayMeters meters;
    private final Lease lease;
    private final long term;
    private final Consumer<RoomHost> onStopped;
    private final Deque<RoomCommand> waiting = new ArrayDeque<>();
    private final Deque<RoomCommand> held = new ArrayDeque<>();
    private boolean busy;
    private boolean frozen;
    private @Nullable Consumer<RoomCommand> successor;
    private volatile boolean stopped;
    private long now;
    private long timerAt = NEVER;
    private Runnable cancelTimer = RoomHost::noTimer;

    RoomHost(
            RoomId room,
            long epoch,
            long origin,
            RoomLoop loop,
            RoomSession session,
            PgClock clock,
            RoomWriter writer,
            Delivery delivery,
            RelayMeters meters,
            Lease lease,
            long now,
            Consumer<RoomHost> onStopped) {
        this.room = room;
        this.epoch = epoch;
        this.origin = origin;
        this.loop = loop;
        this.session = session;
        this.clock = clock;
        this.writer = writer;
        this.delivery = delivery;
        this.meters = meters;
        this.lease = lease;
        this.term = lease.term();
        this.now = now;
        this.onStopped = onStopped;
    }

    public RoomId room() {
        return room;
    }

    public long epoch() {
        return epoch;
    }

    public long origin() {
        return origin;
    }

    public RoomLoop loop() {
        return loop;
    }

    /**
     * On the room's loop only. A command that comes while another is worked on waits for its turn; one that comes while the
     * room is handed over goes to the next owner.
     */
    public void accept(RoomCommand command) {
        if (successor != null) {
            successor.accept(command);
            return;
        }
        if (frozen && held.size() < MAX_HELD) {
            held.addLast(command);
        }
        if (stopped || frozen) {
            return;
        }
        if (lease.term() != term) {
            loseOwnership();
            return;
        }
        waiting.addLast(command);
        if (busy) {
            return;
        }
        busy = true;
        try {
            for (RoomCommand next = waiting.pollFirst(); next != null && !stopped; next = waiting.pollFirst()) {
                for (RoomEffect effect : session.handle(next, roomTime())) {
                    perform(effect);
                }
            }
        } finally {
            busy = false;
        }
        armTimer();
    }

    /** On the room's loop only. */
    public boolean hasMembersAt(String edge) {
        return !session.connectionsAt(edge).isEmpty();
    }

    /** Forgets the members connected there; those who still are come back by a new attach. On the room's loop only. */
    public void detachAllAt(String edge) {
        session.connectionsAt(edge).forEach(connection -> accept(new RoomCommand.Detach(connection)));
    }

    /** Another replica rules, or may: its members are told, and nothing is written any more. On the room's loop only. */
    public void loseOwnership() {
        if (!stopped) {
            meters.lostOwnership();
            writer.forget();
            delivery.forsake(room, epoch, session.connections());
            stop();
        }
    }

    /** Whether nothing is being written and no verdict is due soon. On the room's loop only. */
    boolean isCalm() {
        return writer.isIdle() && session.nextDecision() > roomTime() + CALM;
    }

    /**
     * From now on this room does nothing here, and keeps what comes. On the room's loop only.
     *
     * @return the room as its next owner needs it; empty when something is still being written
     */
    Optional<LiveRoom> freeze() {
        frozen = true;
        cancelTimer.run();
        return stopped || lease.term() != term ? Optional.empty() : session.live(roomTime());
    }

    /** Stops; what came meanwhile and will come goes there. On the room's loop only. */
    public void passOnTo(Consumer<RoomCommand> next) {
        successor = next;
        held.forEach(next);
        held.clear();
        stop();
    }

    /** Begins to keep time. On the room's loop only. */
    void begin() {
        armTimer();
    }

    /** Where its members stand who have missed nothing. On the room's loop only. */
    public long lastSeq() {
        return session.lastSeq();
    }

    /** On the room's loop only. */
    public List<ConnectionId> connectionsAt(String edge) {
        return session.connectionsAt(edge);
    }

    /** Stops without a word, once all writes under way have ended; members are somebody else's matter. */
    public void stop() {
        if (!stopped) {
            stopped = true;
            cancelTimer.run();
            writer.stop();
            onStopped.accept(this);
        }
    }

    public boolean isStopped() {
        return stopped;
    }

    private void perform(RoomEffect effect) {
        switch (effect) {
            case RoomEffect.Deliver deliver -> delivery.deliver(room, epoch, deliver.to(), deliver.frame());
            case RoomEffect.Close close -> delivery.close(room, epoch, close.connections(), close.code());
            case RoomEffect.Write(var write) -> writer.write(write, outcome -> wrote(write, outcome));
            case RoomEffect.Stop _ -> stop();
        }
    }

    private void wrote(RoomWrite write, RoomWriter.Outcome outcome) {
        switch (outcome) {
            case RoomWriter.Outcome.Done _ -> {
                write.events().forEach(this::tell);
                accept(new RoomCommand.Written(write.revision()));
            }
            case RoomWriter.Outcome.Stale _ -> {
                meters.refusedStaleWrite();
                loseOwnership();
            }
            case RoomWriter.Outcome.GivenUp _ -> {
                delivery.close(room, epoch, session.connections(), CloseCode.TRY_AGAIN_LATER);
                stop();
            }
        }
    }

    private void tell(RelayEvent event) {
        EventLog.happened(event);
        if (event instanceof RelayEvent.MatchFinished finished) {
            meters.finished(finished.receipt());
        }
    }

    private long roomTime() {
        now = Math.max(now, clock.now() - origin);
        return now;
    }

    /** One timer at most; it is left alone while its time is right. */
    private void armTimer() {
        OptionalLong wake = stopped ? OptionalLong.empty() : session.nextWake();
        long at = wake.orElse(NEVER);
        if (at == timerAt) {
            return;
        }
        cancelTimer.run();
        cancelTimer = RoomHost::noTimer;
        timerAt = at;
        if (at != NEVER) {
            long millis = Math.ceilDiv(Math.max(0, at - roomTime()), 1000L);
            cancelTimer = loop.after(millis, this::wake);
            meters.armedTimer();
        }
    }

    private static void noTimer() {}

    private void wake() {
        timerAt = NEVER;
        if (!stopped) {
            accept(new RoomCommand.Wake());
        }
    }

    /** The replicas with members of this room. On the room's loop only. */
    public List<String> edges() {
        return session.connections().stream()
                .map(connection -> connection.edge())
                .distinct()
                .toList();
    }
}
