package io.trashpong.lobby.match;

import io.smallrye.mutiny.Uni;
import io.trashpong.lobby.eventlog.EventLog;
import io.trashpong.lobby.eventlog.EventLog.RoomEnd;
import io.trashpong.lobby.room.EventIntake;
import io.trashpong.lobby.room.Room;
import io.trashpong.lobby.room.RoomChanges.Transaction;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.TextFrame;
import io.trashpong.protocol.event.LobbyEvent;
import io.trashpong.protocol.event.RelayEvent;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Takes what the relay tells; harmless when told again, since each statement asks whether it still applies. */
@Singleton
public class RelayEvents {
    private final EventIntake intake;
    private final MatchTable matches;

    RelayEvents(EventIntake intake, MatchTable matches) {
        this.intake = intake;
        this.matches = matches;
    }

    /** Begins to take events. */
    public AutoCloseable consume() {
        return intake.consume(RelayEvent.TOPIC, TextFrame::decodeRelayEvent, this::apply);
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
            case RelayEvent.SpectatorsChanged changed ->
                rooms.setSpectators(changed.room(), changed.count()).map(Optional::isPresent);
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
