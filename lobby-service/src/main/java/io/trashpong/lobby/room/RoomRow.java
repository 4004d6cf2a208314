package io.trashpong.lobby.room;

import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.feed.RoomView.Status;
import io.trashpong.protocol.feed.RoomView.Visibility;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** How a row of {@code lobby.room} becomes a {@link Room}; enums are their names in lower case. */
final class RoomRow {
    /** To be read by {@link #toRoom}; the table is called {@code room} in the statement. */
    static final String COLUMNS =
            "room.id, room.number, room.game, room.title, room.visibility, room.code, room.owner_id,"
                    + " room.owner_name, room.seat0_id, room.seat0_name, room.seat1_id, room.seat1_name, room.status, room.score0,"
                    + " room.score1, room.spectators, room.opened, room.gone_at IS NOT NULL AS gone, room.created_at, room.version";

    private RoomRow() {}

    static List<Room> toRooms(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(RoomRow::toRoom)
                .toList();
    }

    static Optional<Room> first(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(RoomRow::toRoom)
                .findFirst();
    }

    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static Room toRoom(Row row) {
        boolean gone = row.getBoolean("gone");
        Integer score0 = row.getInteger("score0");
        Integer score1 = row.getInteger("score1");
        return new Room(
                new RoomId(row.getString("id")),
                row.getLong("number"),
                GameKind.valueOf(row.getString("game").toUpperCase(Locale.ROOT)),
                row.getString("title"),
                Visibility.valueOf(row.getString("visibility").toUpperCase(Locale.ROOT)),
                new RoomCode(row.getString("code")),
                new Player(new PlayerId(row.getString("owner_id")), row.getString("owner_name")),
                seat(row.getString("seat0_id"), row.getString("seat0_name")),
                seat(row.getString("seat1_id"), row.getString("seat1_name")),
                // A tombstone has no status of the protocol, and nobody is shown one.
                gone ? Status.WAITING : Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                score0 == null || score1 == null ? null : List.of(score0, score1),
                row.getInteger("spectators"),
                row.getBoolean("opened"),
                gone,
                row.getOffsetDateTime("created_at").toInstant(),
                row.getLong("version"));
    }

    private static @Nullable Player seat(@Nullable String id, @Nullable String name) {
        return id == null || name == null ? null : new Player(new PlayerId(id), name);
    }
}
