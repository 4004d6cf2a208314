package io.trashpong.lobby.room;

import io.smallrye.mutiny.Uni;
import io.trashpong.lobby.eventlog.EventLog;
import io.trashpong.lobby.eventlog.EventLog.RoomEnd;
import io.trashpong.lobby.room.RoomChanges.Transaction;
import io.trashpong.protocol.ErrorCode;
import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.event.LobbyEvent;
import io.trashpong.protocol.feed.RoomView.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Creating, seeing, renaming and deleting rooms. */
@ApplicationScoped
public class RoomService {
    private final RoomQueries queries;
    private final RoomChanges changes;

    RoomService(RoomQueries queries, RoomChanges changes) {
        this.queries = queries;
        this.changes = changes;
    }

    /** A new room with {@code owner} on the left. */
    public Uni<Outcome<Room>> create(Player owner, GameKind game, RoomTitle title, Visibility visibility) {
        return changes.change(transaction -> create(transaction, owner, game, title, visibility));
    }

    /** As above, within a transaction. */
    public Uni<Outcome<Room>> create(
            Transaction transaction, Player owner, GameKind game, RoomTitle title, Visibility visibility) {
        return transaction.rooms().insert(owner, game, title, visibility).map(inserted -> {
            inserted.ifPresent(room -> EventLog.roomCreated(room.id(), room.game(), room.visibility(), owner.id()));
            return inserted.map(Outcome::done).orElseGet(() -> Outcome.refused(ErrorCode.TOO_MANY_ROOMS));
        });
    }

    public Uni<Outcome<Room>> get(RoomId id, PlayerId player, @Nullable String code) {
        return queries.find(id).map(found -> RoomAccess.see(found, player, code));
    }

    /** Public rooms, newest first; null for {@code after} begins. */
    public Uni<RoomPage> list(RoomQueries.Filter filter, RoomPage.@Nullable Cursor after, int limit) {
        long before = after == null ? Long.MAX_VALUE : after.number();
        return queries.listPublic(filter, before, limit + 1).map(rooms -> RoomPage.of(rooms, limit));
    }

    /** Changes the title, the visibility, both or (when both are null) nothing. */
    public Uni<Outcome<Room>> edit(
            RoomId id, PlayerId player, @Nullable RoomTitle title, @Nullable Visibility visibility) {
        return queries.find(id).flatMap(found -> switch (RoomAccess.own(found, player)) {
            case Outcome.Refused<Room> refused -> done(refused);
            case Outcome.Done<Room> owned when title == null && visibility == null -> done(owned);
            case Outcome.Done<Room> owned ->
                changes.change(transaction ->
                        transaction.rooms().edit(id, player, title, visibility).map(RoomService::orGone));
        });
    }

    /** The room is over, for the relay too. */
    public Uni<Outcome<Room>> delete(RoomId id, PlayerId player) {
        return queries.find(id).flatMap(found -> switch (RoomAccess.own(found, player)) {
            case Outcome.Refused<Room> refused -> done(refused);
            case Outcome.Done<Room> owned ->
                changes.change(transaction -> closeAndTell(transaction, id, RoomEnd.DELETED));
        });
    }

    /** Closes the room within a transaction and tells the relay, which may have it open or be about to open it. */
    public Uni<Outcome<Room>> closeAndTell(Transaction transaction, RoomId id, RoomEnd why) {
        return transaction.rooms().close(id).flatMap(closed -> {
            if (closed.isEmpty()) {
                return done(Outcome.refused(ErrorCode.ROOM_GONE));
            }
            EventLog.roomClosed(id, why);
            return transaction.tell(new LobbyEvent.RoomDeleted(id)).replaceWith(orGone(closed));
        });
    }

    private static Outcome<Room> orGone(Optional<Room> changed) {
        return changed.map(Outcome::done).orElseGet(() -> Outcome.refused(ErrorCode.ROOM_GONE));
    }

    private static Uni<Outcome<Room>> done(Outcome<Room> outcome) {
        return Uni.createFrom().item(outcome);
    }
}
