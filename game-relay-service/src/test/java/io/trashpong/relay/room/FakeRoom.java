package io.trashpong.relay.room;

import io.trashpong.games.pong.BallLeg;
import io.trashpong.protocol.BinaryFrame;
import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.CloseCode;
import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.MatchId;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.RoomTicket;
import io.trashpong.protocol.ServerMessage;
import io.trashpong.protocol.TextFrame;
import io.trashpong.protocol.event.RelayEvent;
import io.trashpong.relay.store.StateJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A session with a clock of its own and nothing around it: what it wants done is kept. */
final class FakeRoom {
    static final ConnectionId LEFT = new ConnectionId("relay.a", 1);
    static final ConnectionId RIGHT = new ConnectionId("relay.b", 2);
    static final ConnectionId SPECTATOR = new ConnectionId("relay.a", 3);
    static final ConnectionId OTHER = new ConnectionId("relay.c", 4);
    static final String STUN = "stun:stun.example.org:3478";
    static final long SECOND = 1_000_000;
    /** When room time was 0, in microseconds of Unix time. */
    static final long ORIGIN = 1_700_000_000 * SECOND;

    final RoomId room = RoomId.random();
    private final GameKind game;
    Player ada = new Player(PlayerId.random(), "Ada");
    Player bob = new Player(PlayerId.random(), "Bob");
    Player eve = new Player(PlayerId.random(), "Eve");
    final Map<ConnectionId, List<ServerMessage>> heard = new HashMap<>();
    final Map<ConnectionId, CloseCode> closed = new HashMap<>();
    final List<RoomWrite> writes = new ArrayList<>();
    final RoomSession session;
    long now = 10 * SECOND;
    boolean stopped;
    /** Whether a write is committed the moment it is wanted. */
    boolean postgresAnswers = true;

    FakeRoom() {
        this(GameKind.PONG);
    }

    FakeRoom(GameKind game) {
        this(1, RoomRecord.empty(game));
    }

    private FakeRoom(long epoch, RoomRecord state) {
        game = state.game();
        session = new RoomSession(room, epoch, ORIGIN, state, 0, new FixedDice(), List.of(STUN), now);
    }

    private FakeRoom(FakeRoom before, LiveRoom live) {
        game = before.game;
        session = new RoomSession(
                before.room, 2, ORIGIN, game, before.writes.size(), live, new FixedDice(), List.of(STUN));
        now = live.now();
        ada = before.ada;
        bob = before.bob;
        eve = before.eve;
        before.heard.forEach((connection, messages) -> heard.put(connection, new ArrayList<>(messages)));
    }

    /** Both seated and connected. */
    static FakeRoom withTwo() {
        return withTwo(GameKind.PONG);
    }

    static FakeRoom withTwo(GameKind game) {
        var fake = new FakeRoom(game);
        fake.sit(LEFT, fake.ada, 0);
        fake.sit(RIGHT, fake.bob, 1);
        return fake;
    }

    /** A match in its first rally, the ball just served. */
    static FakeRoom inRally() {
        return inMatch(GameKind.PONG);
    }

    /** A match that has just begun. */
    static FakeRoom inMatch(GameKind game) {
        var fake = withTwo(game);
        fake.say(LEFT, new ClientMessage.Ready());
        fake.say(RIGHT, new ClientMessage.Ready());
        fake.advance(RoomLimits.COUNTDOWN);
        return fake;
    }

    /** The room as another replica takes it over from the row as last written. */
    FakeRoom takenOver() {
        var taken = new FakeRoom(2, writes.getLast().state());
        taken.now = now;
        taken.ada = ada;
        taken.bob = bob;
        taken.eve = eve;
        return taken;
    }

    /** The room as another replica goes on with it, after the way through its row. */
    FakeRoom handedOver() {
        return new FakeRoom(this, Objects.requireNonNull(StateJson.findLive(StateJson.encode(live()))));
    }

    LiveRoom live() {
        return session.live(now).orElseThrow();
    }

    void sit(ConnectionId connection, Player player, int seat) {
        handle(new RoomCommand.Attach(connection, ticket(player, seat, seat == 0), secret(player), null));
    }

    void watch() {
        handle(new RoomCommand.Attach(SPECTATOR, ticket(eve, null, false), secret(eve), null));
    }

    /** Until his first picture is there. */
    void watchAndWait() {
        watch();
        advance(RoomLimits.SPECTATOR_DELAY + RoomLimits.SPECTATOR_TICK);
    }

    void resume(ConnectionId connection, Player player, long epoch, long seq) {
        handle(new RoomCommand.Attach(connection, null, secret(player), new RoomCommand.Position(epoch, seq)));
    }

    RoomTicket ticket(Player player, @Nullable Integer seat, boolean creator) {
        return new RoomTicket(player, room, game, seat, creator);
    }

    static String secret(Player player) {
        return player.id().value();
    }

    void say(ConnectionId connection, ClientMessage message) {
        handle(new RoomCommand.Say(connection, message));
    }

    void detach(ConnectionId connection) {
        handle(new RoomCommand.Detach(connection));
    }

    void handle(RoomCommand command) {
        for (RoomEffect effect : session.handle(command, now)) {
            switch (effect) {
                case RoomEffect.Deliver(var to, Frame frame) ->
                    to.forEach(connection -> hear(connection).add(decoded(frame)));
                case RoomEffect.Close(var connections, CloseCode code) ->
                    connections.forEach(connection -> closed.put(connection, code));
                case RoomEffect.Write(RoomWrite write) -> {
                    writes.add(write);
                    if (postgresAnswers) {
                        handle(new RoomCommand.Written(write.revision()));
                    }
                }
                case RoomEffect.Stop _ -> stopped = true;
            }
        }
    }

    /** Lets time pass, waking the room whenever it wants to be. */
    void advance(long micros) {
        long until = now + micros;
        for (OptionalLong wake = session.nextWake();
                wake.isPresent() && wake.getAsLong() <= until;
                wake = session.nextWake()) {
            now = Math.max(now, wake.getAsLong());
            handle(new RoomCommand.Wake());
        }
        now = until;
    }

    /** Wakes the room once, at the time it wants to be woken. */
    void nextWake() {
        now = Math.max(now, session.nextWake().orElseThrow());
        handle(new RoomCommand.Wake());
    }

    List<ServerMessage> hear(ConnectionId connection) {
        return heard.computeIfAbsent(connection, _ -> new ArrayList<>());
    }

    <T extends ServerMessage> List<T> all(ConnectionId connection, Class<T> type) {
        return hear(connection).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    <T extends ServerMessage> T last(ConnectionId connection, Class<T> type) {
        return all(connection, type).getLast();
    }

    /** The leg in flight, as the left player was told. */
    BallLeg leg() {
        var leg = last(LEFT, ServerMessage.LegStarted.class);
        return new BallLeg((int) leg.leg(), leg.t0(), leg.x0(), leg.y0(), leg.vx(), leg.vy(), leg.hits());
    }

    /** Whose turn it is, in a game of turns. */
    ConnectionId mover() {
        return last(LEFT, ServerMessage.Turn.class).seat() == 0 ? LEFT : RIGHT;
    }

    /** Takes a cell for whose turn it is. */
    void play(int cell) {
        say(mover(), move(cell));
    }

    /** An answer to the newest turn. */
    ClientMessage.Play move(int cell) {
        return new ClientMessage.Play(cell, last(LEFT, ServerMessage.Turn.class).seq());
    }

    ConnectionId defender() {
        return leg().defender().number() == 0 ? LEFT : RIGHT;
    }

    ConnectionId attacker() {
        return leg().defender().number() == 0 ? RIGHT : LEFT;
    }

    <T extends RelayEvent> List<T> events(Class<T> type) {
        return writes.stream()
                .flatMap(write -> write.events().stream())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    ServerMessage.Refused refusal(ConnectionId connection) {
        return (ServerMessage.Refused) Objects.requireNonNull(hear(connection).getLast());
    }

    private static ServerMessage decoded(Frame frame) {
        return switch (frame) {
            case Frame.Text text -> TextFrame.decodeServer(text.text());
            case Frame.Binary binary -> BinaryFrame.decodeServer(binary.bytes());
            case Frame.Volatile moving -> BinaryFrame.decodeServer(moving.bytes());
        };
    }

    private static final class FixedDice implements Dice {
        @Override
        public MatchId match() {
            return MatchId.random();
        }

        @Override
        public int seed() {
            return 7;
        }
    }
}
