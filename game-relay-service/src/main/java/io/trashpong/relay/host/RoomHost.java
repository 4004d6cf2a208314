package io.trashpong.relay.host;

import io.trashpong.protocol.CloseCode;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.event.RelayEvent;
import io.trashpong.relay.clock.PgClock;
import io.trashpong.relay.meter.EventLog;
import io.trashpong.relay.meter.RelayMeters;
import io.trashpong.relay.room.RoomCommand;
import io.trashpong.relay.room.RoomEffect;
import io.trashpong.relay.room.RoomSession;
import io.trashpong.relay.room.RoomWrite;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Drives one session on its loop: hands it commands, does what it wants done, wakes it when its time has come. */
public final class RoomHost {
    private static final long NEVER = Long.MAX_VALUE;

    private final RoomId room;
    private final long epoch;
    private final long origin;
    private final RoomLoop loop;
    private final RoomSession session;
    private final PgClock clock;
    private final RoomWriter writer;
    private final Delivery delivery;
    private final RelayMeters meters;
    private final Consumer<RoomHost> onStopped;
    private final Deque<RoomCommand> waiting = new ArrayDeque<>();
    private boolean busy;
    private boolean frozen;
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

    /** On the room's loop only. A command that comes while another is worked on waits for its turn. */
    public void accept(RoomCommand command) {
        if (stopped || frozen) {
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

    /** Another replica rules: tells the members and stops. On the room's loop only. */
    public void loseOwnership() {
        meters.lostOwnership();
        accept(new RoomCommand.LoseOwnership());
        stop();
    }

    /** Takes no command any more; what is being written is still written. On the room's loop only. */
    void freeze() {
        frozen = true;
        cancelTimer.run();
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

    /** Whether all that the session wanted written is written. */
    public boolean isWritten() {
        return writer.isIdle();
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
            case RoomWriter.Outcome.Stale _ -> loseOwnership();
            case RoomWriter.Outcome.GivenUp _ -> {
                delivery.close(room, epoch, session.connections(), CloseCode.TRY_AGAIN_LATER);
                stop();
            }
        }
    }

    private void tell(RelayEvent event) {
        EventLog.happened(event);
        if (event instanceof RelayEvent.MatchFinished finished) {
            meters.judged(finished.receipt());
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
