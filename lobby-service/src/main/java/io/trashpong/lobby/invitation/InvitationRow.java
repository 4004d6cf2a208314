package io.trashpong.lobby.invitation;

import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.InvitationId;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.feed.InvitationView.State;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** How a row of {@code lobby.invitation} becomes an {@link Invitation}; enums are their names in lower case. */
final class InvitationRow {
    /** To be read by {@link #toList}; the table is called {@code invitation} in the statement. */
    static final String COLUMNS = "invitation.id, invitation.version, invitation.game, invitation.from_id,"
            + " invitation.from_name, invitation.to_id, invitation.to_name, invitation.state, invitation.room_id,"
            + " invitation.expires_at, invitation.expires_at <= clock_timestamp() AS due";

    private InvitationRow() {}

    static List<Invitation> toList(RowSet<Row> rows) {
        return stream(rows).toList();
    }

    static Optional<Invitation> first(RowSet<Row> rows) {
        return stream(rows).findFirst();
    }

    private static Stream<Invitation> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(InvitationRow::toInvitation);
    }

    private static Invitation toInvitation(Row row) {
        var room = row.getString("room_id");
        return new Invitation(
                new InvitationId(row.getString("id")),
                GameKind.valueOf(row.getString("game").toUpperCase(Locale.ROOT)),
                new Player(new PlayerId(row.getString("from_id")), row.getString("from_name")),
                new Player(new PlayerId(row.getString("to_id")), row.getString("to_name")),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                room == null ? null : new RoomId(room),
                row.getOffsetDateTime("expires_at").toInstant(),
                row.getBoolean("due"),
                row.getLong("version"));
    }
}
