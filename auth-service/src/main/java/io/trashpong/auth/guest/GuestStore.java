package io.trashpong.auth.guest;

import io.smallrye.mutiny.Uni;
import io.trashpong.auth.database.Database;
import io.trashpong.auth.name.PlayerName;
import io.trashpong.auth.outbox.OutboxStore;
import io.trashpong.auth.session.RefreshToken;
import io.trashpong.auth.session.SessionStore;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.event.AuthEvent;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Guests in Postgres. A name is in use until its player is deleted. */
@ApplicationScoped
class GuestStore {
    private final Database database;
    private final SessionStore sessions;
    private final OutboxStore outbox;

    GuestStore(Database database, SessionStore sessions, OutboxStore outbox) {
        this.database = database;
        this.sessions = sessions;
        this.outbox = outbox;
    }

    /**
     * A new guest with the first free name for this wish, and a session that {@code refresh} continues; empty when all
     * numbers are taken. Wishes for the same name wait for each other; a wish that collides with the number of another
     * ({@code Max 2} itself) finds the name taken and goes on to the next round.
     */
    Uni<Optional<Player>> create(PlayerName wish, RefreshToken refresh) {
        return database.inTransaction(connection -> connection
                .preparedQuery("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))")
                .execute(Tuple.of(wish.folded()))
                .chain(() -> insert(connection, PlayerId.random(), wish, 0))
                .chain(created -> created.isEmpty()
                        ? Uni.createFrom().item(created)
                        : sessions.open(connection, created.get().id(), refresh).replaceWith(created)));
    }

    private Uni<Optional<Player>> insert(SqlConnection connection, PlayerId id, PlayerName wish, int round) {
        if (round == NumberedNames.ROUNDS) {
            return Uni.createFrom().item(Optional.empty());
        }
        return insertFirstFree(connection, id, NumberedNames.candidates(wish, round))
                .chain(created ->
                        created.isPresent() ? Uni.createFrom().item(created) : insert(connection, id, wish, round + 1));
    }

    private static Uni<Optional<Player>> insertFirstFree(
            SqlConnection connection, PlayerId id, List<PlayerName> candidates) {
        return connection
                .preparedQuery("""
                        INSERT INTO auth.player (id, name, folded_name)
                        SELECT $1, candidate.name, candidate.folded
                        FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS candidate (name, folded, place)
                        WHERE NOT EXISTS (SELECT FROM auth.player WHERE folded_name = candidate.folded)
                        ORDER BY candidate.place
                        LIMIT 1
                        ON CONFLICT (folded_name) DO NOTHING
                        RETURNING name""")
                .execute(Tuple.of(
                        id.value(),
                        candidates.stream().map(PlayerName::shown).toArray(String[]::new),
                        candidates.stream().map(PlayerName::folded).toArray(String[]::new)))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(new Player(id, rows.iterator().next().getString("name"))));
    }

    /**
     * Deletes at most {@code limit} guests who were not seen for {@code unused}, with all that is theirs, and tells the other
     * services; how many.
     */
    Uni<Integer> deleteUnused(Duration unused, int limit) {
        return database.inTransaction(connection -> connection
                .preparedQuery("""
                        DELETE FROM auth.player WHERE id IN (
                          SELECT id FROM auth.player
                          WHERE guest AND last_used_at < now() - make_interval(secs => $1)
                          ORDER BY last_used_at
                          LIMIT $2
                          FOR UPDATE SKIP LOCKED)
                        RETURNING id""")
                .execute(Tuple.of((double) unused.toSeconds(), limit))
                .chain(rows -> outbox.append(connection, deleted(rows)).replaceWith(rows.rowCount())));
    }

    private static List<AuthEvent> deleted(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .<AuthEvent>map(row -> new AuthEvent.PlayerDeleted(new PlayerId(row.getString("id"))))
                .toList();
    }
}
