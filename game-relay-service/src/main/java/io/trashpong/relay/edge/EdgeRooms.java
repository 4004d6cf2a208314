package io.trashpong.relay.edge;

import io.trashpong.bus.ReplicaId;
import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.RoomTicket;
import io.trashpong.relay.clock.PgClock;
import io.trashpong.relay.host.RoomLoop;
import io.trashpong.relay.link.LinkMessage;
import io.trashpong.relay.meter.RelayMeters;
import io.trashpong.relay.room.RoomCommand.Position;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rooms that have members connected here. What sockets call may be called from any thread. */
public final class EdgeRooms {
    /** Rooms that one replica rules at most. */
    public static final int MAX_ROOMS = 10_000;

    private final ReplicaId self;
    private final RoomLoop.Group loops;
    private final PgClock clock;
    private final RoomFinder finder;
    private final Switchboard switchboard;
    private final RelayMeters meters;
    private final Map<RoomId, EdgeRoom> rooms = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();

    EdgeRooms(
            ReplicaId self,
            RoomLoop.Group loops,
            PgClock clock,
            RoomFinder finder,
            Switchboard switchboard,
            RelayMeters meters) {
        this.self = self;
        this.loops = loops;
        this.clock = clock;
        this.finder = finder;
        this.switchboard = switchboard;
        this.meters = meters;
    }

    /** A number for a new connection. */
    public long nextNumber() {
        return numbers.incrementAndGet();
    }

    /** A client said hello. */
    public void join(
            RoomId room,
            long number,
            @Nullable RoomTicket ticket,
            String secret,
            @Nullable Position seen,
            MemberChannel channel) {
        onLoop(
                room,
                () -> rooms.computeIfAbsent(room, id -> new EdgeRoom(id, this))
                        .join(new EdgeMember(number, ticket, secret, seen, channel)));
    }

    public void said(RoomId room, long number, ClientMessage message) {
        with(room, edge -> edge.said(number, message));
    }

    /** @param roundTrip between client and this replica, microseconds */
    public void measured(RoomId room, long number, long roundTrip) {
        with(room, edge -> edge.measured(number, roundTrip));
    }

    public void left(RoomId room, long number) {
        with(room, edge -> edge.left(number));
    }

    /** @return room time in microseconds, for a room with that origin */
    public long roomTime(long origin) {
        return Math.max(0, clock.now() - origin);
    }

    /** Does it with that room on its loop, if it has members here. */
    void with(RoomId room, Consumer<EdgeRoom> action) {
        onLoop(room, () -> {
            EdgeRoom edge = rooms.get(room);
            if (edge != null) {
                action.accept(edge);
            }
        });
    }

    Collection<EdgeRoom> all() {
        return List.copyOf(rooms.values());
    }

    void onLoop(RoomId room, Runnable task) {
        loops.of(room).execute(task);
    }

    Future<RoomFinder.Found> find(RoomId room, @Nullable GameKind game) {
        return finder.find(room, game);
    }

    void after(RoomId room, long millis, Runnable task) {
        Runnable _ = loops.of(room).after(millis, task);
    }

    void send(ReplicaId to, LinkMessage message) {
        switchboard.send(to, message);
    }

    void forgetIfEmpty(EdgeRoom edge) {
        if (edge.isIdle()) {
            boolean _ = rooms.remove(edge.room(), edge);
        }
    }

    ReplicaId self() {
        return self;
    }

    RelayMeters meters() {
        return meters;
    }
}
