package io.trashpong.lobby.invitation;

import io.smallrye.mutiny.Uni;
import io.trashpong.lobby.presence.Presence;
import io.trashpong.lobby.room.Outcome;
import io.trashpong.lobby.room.RoomChanges;
import io.trashpong.lobby.room.RoomChanges.Transaction;
import io.trashpong.protocol.ErrorCode;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.PlayerId;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Who takes no invitations from whom. */
@ApplicationScoped
public class Blocks {
    /** Players whom one player may have blocked. */
    static final int MAX_BLOCKED = 200;

    private final RoomChanges changes;
    private final Presence presence;
    private final Pool pool;

    Blocks(RoomChanges changes, Presence presence, Pool pool) {
        this.changes = changes;
        this.presence = presence;
        this.pool = pool;
    }

    /** Declines what {@code blocked} has sent, and all he would send. He has to be online or to have sent something. */
    public Uni<Outcome<PlayerId>> add(PlayerId blocker, PlayerId blocked) {
        if (blocker.equals(blocked)) {
            return Uni.createFrom().item(Outcome.refused(ErrorCode.BAD_REQUEST));
        }
        return findName(blocker, blocked)
                .flatMap(name -> name.isEmpty()
                        ? Uni.createFrom().item(Outcome.refused(ErrorCode.NOT_FOUND))
                        : changes.change(transaction -> add(transaction, blocker, new Player(blocked, name.get()))));
    }

    private Uni<Optional<String>> findName(PlayerId blocker, PlayerId blocked) {
        var online = presence.find(blocked).map(Player::name);
        return online.isPresent()
                ? Uni.createFrom().item(online)
                : pool.preparedQuery("""
                                SELECT from_name FROM lobby.invitation WHERE from_id = $1 AND to_id = $2
                                ORDER BY created_at DESC LIMIT 1""")
                        .execute(Tuple.of(blocked.value(), blocker.value()))
                        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                                .map(row -> row.getString(0))
                                .findFirst());
    }

    private static Uni<Outcome<PlayerId>> add(Transaction transaction, PlayerId blocker, Player blocked) {
        return transaction
                .connection()
                .preparedQuery("""
                        INSERT INTO lobby.block AS block (blocker_id, blocked_id, blocked_name) SELECT $1, $2, $3
                        WHERE (SELECT count(*) FROM lobby.block WHERE blocker_id = $1 AND blocked_id <> $2) < $4
                        ON CONFLICT (blocker_id, blocked_id) DO UPDATE SET blocked_name = excluded.blocked_name""")
                .execute(Tuple.of(blocker.value(), blocked.id().value(), blocked.name(), (long) MAX_BLOCKED))
                .flatMap(done -> done.rowCount() == 0
                        ? Uni.createFrom().item(Outcome.refused(ErrorCode.TOO_MANY_BLOCKS))
                        : new InvitationTable(transaction.connection())
                                .declineAll(blocker, blocked.id())
                                .replaceWith(Outcome.done(blocked.id())));
    }

    /** Nothing happens when he was not blocked. */
    public Uni<Void> remove(PlayerId blocker, PlayerId blocked) {
        return pool.preparedQuery("DELETE FROM lobby.block WHERE blocker_id = $1 AND blocked_id = $2")
                .execute(Tuple.of(blocker.value(), blocked.value()))
                .replaceWithVoid();
    }

    /** At most {@value #MAX_BLOCKED}, the newest first. */
    public Uni<List<Player>> list(PlayerId blocker) {
        return pool.preparedQuery("""
                        SELECT blocked_id, blocked_name FROM lobby.block WHERE blocker_id = $1
                        ORDER BY created_at DESC, blocked_id""")
                .execute(Tuple.of(blocker.value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Player(new PlayerId(row.getString(0)), row.getString(1)))
                        .toList());
    }
}
