package io.trashpong.harness.faults.site;

import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.feed.RoomView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the lobby has in the database: the truth that its feeds are to show, and how often results were counted. */
public final class LobbyBooks {
    private static final String ROOMS = "SELECT id, title, status, score0, score1 FROM lobby.room"
            + " WHERE visibility = 'public' AND gone_at IS NULL";
    private static final String COUNTED =
            "SELECT (SELECT count(*) FROM lobby.match), (SELECT coalesce(sum(matches), 0) FROM lobby.standing"
                    + " WHERE period = 'all')";

    private final FaultSite site;

    LobbyBooks(FaultSite site) {
        this.site = site;
    }

    /** What a room shows. */
    public record Shown(
            String title, RoomView.Status status, @Nullable List<Integer> score) {
        static Shown of(RoomView room) {
            return new Shown(room.title(), room.status(), room.score());
        }
    }

    /**
     * @param matches rows of results
     * @param played matches in the standings, each once for each of its players
     */
    public record Counted(long matches, long played) {}

    /** All public rooms there are. */
    public Map<RoomId, Shown> rooms() throws SQLException {
        var rooms = new HashMap<RoomId, Shown>();
        try (var connection = site.stack().postgres().superuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(ROOMS)) {
            while (rows.next()) {
                rooms.put(
                        new RoomId(rows.getString("id")),
                        new Shown(
                                rows.getString("title"),
                                RoomView.Status.valueOf(rows.getString("status").toUpperCase(Locale.ROOT)),
                                score(rows)));
            }
        }
        return rooms;
    }

    public Counted counted() throws SQLException {
        try (var connection = site.stack().postgres().superuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(COUNTED)) {
            rows.next();
            return new Counted(rows.getLong(1), rows.getLong(2));
        }
    }

    private static @Nullable List<Integer> score(ResultSet rows) throws SQLException {
        int left = rows.getInt("score0");
        return rows.wasNull() ? null : List.of(left, rows.getInt("score1"));
    }
}
