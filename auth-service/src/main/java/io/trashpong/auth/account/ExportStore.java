package io.trashpong.auth.account;

import io.smallrye.mutiny.Uni;
import io.trashpong.auth.database.Database;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.PlayerId;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads all that is kept of one player. */
@ApplicationScoped
class ExportStore {
    private final Database database;

    ExportStore(Database database) {
        this.database = database;
    }

    Uni<Optional<Export>> find(PlayerId id) {
        return database.inTransaction(connection -> connection
                .preparedQuery("""
                        SELECT id, name, guest, created_at, last_used_at, password_set_at,
                          ARRAY(SELECT created_at FROM auth.session WHERE player = player.id ORDER BY id) AS sessions
                        FROM auth.player WHERE id = $1""")
                .execute(Tuple.of(id.value()))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(export(rows.iterator().next()))));
    }

    private static Export export(Row row) {
        return new Export(
                new Player(new PlayerId(row.getString("id")), row.getString("name")),
                row.getBoolean("guest"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("last_used_at").toInstant(),
                instant(row.getOffsetDateTime("password_set_at")),
                Stream.of(row.getArrayOfOffsetDateTimes("sessions"))
                        .map(OffsetDateTime::toInstant)
                        .toList());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
