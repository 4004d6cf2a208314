package io.trashpong.lobby.room;

import io.smallrye.mutiny.Uni;
import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.feed.RoomView.Status;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads rooms, each time in a statement of its own. */
@ApplicationScoped
public class RoomQueries {
    private static final String SELECT = "SELECT " + RoomRow.COLUMNS + " FROM lobby.room AS room ";

    private final Pool pool;

    RoomQueries(Pool pool) {
        this.pool = pool;
    }

    /** The room, also when only its tombstone is left. */
    public Uni<Optional<Room>> find(RoomId id) {
        return pool.preparedQuery(SELECT + "WHERE id = $1")
                .execute(Tuple.of(id.value()))
                .map(RoomRow::first);
    }

    /** The room with that code; never a tombstone. */
    public Uni<Optional<Room>> findByCode(RoomCode code) {
        return pool.preparedQuery(SELECT + "WHERE code = $1 AND gone_at IS NULL")
                .execute(Tuple.of(code.value()))
                .map(RoomRow::first);
    }

    /** Public rooms, newest first. */
    Uni<List<Room>> listPublic(Filter filter, long beforeNumber, int limit) {
        return pool.preparedQuery(SELECT + """
                        WHERE gone_at IS NULL AND visibility = 'public' AND number < $1
                          AND ($2::text IS NULL OR game = $2)
                          AND ($3::text IS NULL OR status = $3)
                          AND ($4::text IS NULL OR position(lower($4) IN lower(title)) > 0)
                        ORDER BY number DESC LIMIT $5""")
                .execute(Tuple.from(Arrays.asList(
                        beforeNumber,
                        filter.game() == null ? null : RoomRow.name(filter.game()),
                        filter.status() == null ? null : RoomRow.name(filter.status()),
                        filter.text(),
                        limit)))
                .map(RoomRow::toRooms);
    }

    /** Rooms changed after {@code version}, private ones and tombstones too, in the order of their changes. */
    public Uni<List<Room>> listChangedSince(long version, int limit) {
        return pool.preparedQuery(SELECT + "WHERE version > $1 ORDER BY version LIMIT $2")
                .execute(Tuple.of(version, limit))
                .map(RoomRow::toRooms);
    }

    /**
     * {@code player} gets a new ticket for his seat: it is his from now on, and a room that has not been opened yet begins its
     * time anew. Not a change that anyone sees, so it takes no version.
     */
    public Uni<Void> touch(RoomId id, PlayerId player) {
        return pool.preparedQuery("""
                        UPDATE lobby.room SET touched_at = clock_timestamp(),
                          seat0_at = CASE WHEN seat0_id = $2 THEN clock_timestamp() ELSE seat0_at END,
                          seat1_at = CASE WHEN seat1_id = $2 THEN clock_timestamp() ELSE seat1_at END
                        WHERE id = $1 AND gone_at IS NULL""")
                .execute(Tuple.of(id.value(), player.value()))
                .replaceWithVoid();
    }

    /**
     * Which rooms to list; null means any.
     *
     * @param text part of the title, in any case
     */
    public record Filter(
            @Nullable GameKind game,
            @Nullable Status status,
            @Nullable String text) {}
}
