package io.trashpong.auth.session;

import io.smallrye.mutiny.Uni;
import io.trashpong.auth.database.Database;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.PlayerId;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Sessions and the hashes of their refresh tokens in Postgres. All times are Postgres's. */
@ApplicationScoped
public class SessionStore {
    /** For so long a used token is used once more without harm: two tabs race, or an answer was lost. */
    static final Duration GRACE = Duration.ofSeconds(10);

    private final Database database;

    SessionStore(Database database) {
        this.database = database;
    }

    /** A new session of this player, in the caller's transaction. */
    public Uni<Void> open(SqlConnection connection, PlayerId player, RefreshToken refresh) {
        return connection
                .preparedQuery("""
                        WITH opened AS (INSERT INTO auth.session (player) VALUES ($1) RETURNING id)
                        INSERT INTO auth.refresh_token (hash, session) SELECT $2, id FROM opened""")
                .execute(Tuple.of(player.value(), Buffer.buffer(refresh.hash())))
                .replaceWithVoid();
    }

    /** Uses up {@code shown}. Rotations of one session wait for each other. */
    Uni<Rotation> rotate(RefreshToken shown) {
        return database.inTransaction(connection -> connection
                .preparedQuery("""
                        SELECT session.id, player.id AS player, player.name, player.guest,
                               coalesce(used_at < clock_timestamp() - make_interval(secs => $2), false) AS reused
                        FROM auth.refresh_token
                        JOIN auth.session ON session.id = refresh_token.session
                        JOIN auth.player ON player.id = session.player
                        WHERE hash = $1 AND issued_at > now() - make_interval(secs => $3)
                        FOR UPDATE""")
                .execute(Tuple.of(Buffer.buffer(shown.hash()), (double) GRACE.toSeconds(), (double)
                        RefreshToken.LIFETIME.toSeconds()))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(new Rotation.Unknown())
                        : rotate(connection, shown, rows.iterator().next())));
    }

    private static Uni<Rotation> rotate(SqlConnection connection, RefreshToken shown, Row row) {
        long session = row.getLong("id");
        if (row.getBoolean("reused")) {
            return connection
                    .preparedQuery("DELETE FROM auth.session WHERE id = $1")
                    .execute(Tuple.of(session))
                    .replaceWith(new Rotation.Reused());
        }
        var next = RefreshToken.random();
        var player = new Player(new PlayerId(row.getString("player")), row.getString("name"));
        return connection
                .preparedQuery("""
                        WITH used AS (
                          UPDATE auth.refresh_token SET used_at = coalesce(used_at, clock_timestamp()) WHERE hash = $1
                        ), seen AS (
                          UPDATE auth.player SET last_used_at = now() WHERE id = $2
                        )
                        INSERT INTO auth.refresh_token (hash, session) VALUES ($3, $4)""")
                .execute(
                        Tuple.of(Buffer.buffer(shown.hash()), player.id().value(), Buffer.buffer(next.hash()), session))
                .replaceWith(new Rotation.Rotated(player, row.getBoolean("guest"), next));
    }

    /** Ends the session of {@code shown}, if there is one. */
    Uni<Void> close(RefreshToken shown) {
        return database.inTransaction(connection -> connection
                .preparedQuery("""
                        DELETE FROM auth.session
                        WHERE id = (SELECT session FROM auth.refresh_token WHERE hash = $1)""")
                .execute(Tuple.of(Buffer.buffer(shown.hash())))
                .replaceWithVoid());
    }

    /** Ends all sessions of this player, whichever replica they were opened at; in the caller's transaction. */
    public Uni<Void> closeAll(SqlConnection connection, PlayerId player) {
        return connection
                .preparedQuery("DELETE FROM auth.session WHERE player = $1")
                .execute(Tuple.of(player.value()))
                .replaceWithVoid();
    }

    Uni<Void> closeAll(PlayerId player) {
        return database.inTransaction(connection -> closeAll(connection, player));
    }

    /** Deletes at most {@code limit} tokens past their life, and at most as many sessions that have none left. */
    public Uni<Void> deleteExpired(int limit) {
        return database.inTransaction(connection -> connection
                .preparedQuery("""
                        DELETE FROM auth.refresh_token WHERE hash IN (
                          SELECT hash FROM auth.refresh_token
                          WHERE issued_at < now() - make_interval(secs => $1)
                          LIMIT $2
                          FOR UPDATE SKIP LOCKED)""")
                .execute(Tuple.of((double) RefreshToken.LIFETIME.toSeconds(), limit))
                .chain(() -> connection.preparedQuery("""
                                DELETE FROM auth.session WHERE id IN (
                                  SELECT id FROM auth.session
                                  WHERE NOT EXISTS (SELECT FROM auth.refresh_token WHERE session = session.id)
                                  LIMIT $1
                                  FOR UPDATE SKIP LOCKED)""").execute(Tuple.of(limit)))
                .replaceWithVoid());
    }
}
