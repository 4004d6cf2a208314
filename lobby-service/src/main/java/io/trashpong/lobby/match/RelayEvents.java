package io.trashpong.lobby.match;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.trashpong.bus.Bus;
import io.trashpong.bus.DurableTopic;
import io.trashpong.lobby.eventlog.EventLog;
import io.trashpong.lobby.eventlog.EventLog.RoomEnd;
import io.trashpong.lobby.room.Room;
import io.trashpong.lobby.room.RoomChanges;
import io.trashpong.lobby.room.RoomChanges.Transaction;
import io.trashpong.protocol.InvalidMessageException;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.TextFrame;
import io.trashpong.protocol.event.LobbyEvent;
import io.trashpong.protocol.event.RelayEvent;
import io.vertx.core.Future;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Takes what the relay tells, in the transaction that moves the cursor: exactly once by that, and harmless when told again,
 * since each statement asks whether it still applies.
 */
@Singleton
public class RelayEvents {
    private static final Logger LOG = Logger.getLogger(RelayEvents.class);
    private static final String GROUP = "lobby";

    private final DurableTopic topic;
    private final RoomChanges changes;
    private final MatchTable matches;

    RelayEvents(Bus bus, RoomChanges changes, MatchTable matches) {
        this.topic = bus.openDurable(RelayEvent.TOPIC);
        this.changes = changes;
        this.matches = matches;
    }

    /** Begins to take events. */
    public AutoCloseable consume() {
        return topic.consume(GROUP, this::handle);
    }

    private Future<Void> handle(io.vertx.sqlclient.SqlConnection begun, List<String> events) {
        var applied = changes.join(SqlConnection.newInstance(begun))
                .flatMap(transaction -> applyAll(transaction, events))
                .invoke(changes::ringAfterCommit);
        return Future.fromCompletionStage(applied.subscribeAsCompletionStage());
    }

    private Uni<Void> applyAll(Transaction transaction, List<String> events) {
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndConcatenate(text -> apply(transaction, text))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Boolean> apply(Transaction transaction, String text) {
        try {
            return apply(transaction, TextFrame.decodeRelayEvent(text));
        } catch (InvalidMessageException e) {
            // Of a newer relay perhaps; to wait for it would hold up all that follow.
            LOG.errorf("an event of the relay is passed over: %s", e.getMessage());
            return Uni.createFrom().item(false);
        }
    }

    /** Whether it changed anything. */
    private Uni<Boolean> apply(Transaction transaction, RelayEvent event) {
        var rooms = transaction.rooms();
        return switch (event) {
            case RelayEvent.RoomOpened opened ->
                rooms.markOpened(opened.room()).flatMap(room -> orTellItIsGone(transaction, opened.room(), room));
            case RelayEvent.SeatLeft left ->
                rooms.freeSeat(left.room(), left.player(), left.at()).map(Optional::isPresent);
            case RelayEvent.RoomClosed closed -> rooms.close(closed.room()).map(RelayEvents::logClosed);
            case RelayEvent.MatchStarted started ->
                rooms.startMatch(started.room(), started.match()).map(Optional::isPresent);
            case RelayEvent.ScoreChanged changed ->
                rooms.setScore(
                                changed.room(),
                                changed.match(),
                                changed.score().get(0),
                                changed.score().get(1))
                        .map(Optional::isPresent);
            case RelayEvent.MatchFinished finished ->
                matches.record(transaction.connection(), finished)
                        .flatMap(isNew -> rooms.endMatch(finished.room(), finished.match())
                                .replaceWith(isNew));
        };
    }

    /** A ticket may outlive its room; then the relay opened what is gone, and has to close it. */
    private static Uni<Boolean> orTellItIsGone(Transaction transaction, RoomId id, Optional<Room> opened) {
        return opened.isPresent()
                ? Uni.createFrom().item(true)
                : transaction.tell(new LobbyEvent.RoomDeleted(id)).replaceWith(false);
    }

    private static boolean logClosed(Optional<Room> closed) {
        closed.ifPresent(room -> EventLog.roomClosed(room.id(), RoomEnd.RELAY));
        return closed.isPresent();
    }
}
