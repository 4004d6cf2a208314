package io.trashpong.auth.token;

import io.smallrye.mutiny.Uni;
import io.trashpong.auth.database.Database;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The key pairs in Postgres, the same for all replicas. */
@ApplicationScoped
class KeyStore {
    /** Of all advisory locks in this database, the one that whoever makes or moves a key holds ("auth key" in ASCII). */
    private static final long KEY_LOCK = 0x6175_7468_206b_6579L;

    private final Database database;

    KeyStore(Database database) {
        this.database = database;
    }

    /** All keys; makes the first one if there is none. Replicas that start at the same moment get the same. */
    Uni<List<SigningKey>> loadOrCreate() {
        return database.inTransaction(connection -> lock(connection)
                .chain(() -> select(connection))
                .chain(keys -> {
                    if (!keys.isEmpty()) {
                        return Uni.createFrom().item(keys);
                    }
                    var first = SigningKey.generate(SigningKey.State.CURRENT);
                    return insert(connection, first).replaceWith(List.of(first));
                }));
    }

    /**
     * A key that went to another state, or from the table.
     *
     * @param to the state, or {@code gone}
     */
    record Move(String kid, String to) {}

    /**
     * Takes all steps that are due by Postgres's clock.
     *
     * @param signsFor after which a current key gets a successor
     * @param before how long the successor is published before it signs
     * @param after how long a retired key is published yet
     */
    Uni<List<Move>> moveOn(Duration signsFor, Duration before, Duration after) {
        return database.inTransaction(connection -> lock(connection)
                .chain(() -> removeRetired(connection, after))
                .chain(removed -> promote(connection, before)
                        .chain(promoted -> announce(connection, signsFor)
                                .map(announced -> Stream.of(removed, promoted, announced)
                                        .flatMap(List::stream)
                                        .toList()))));
    }

    private static Uni<Void> lock(SqlConnection connection) {
        return connection
                .preparedQuery("SELECT pg_advisory_xact_lock($1)")
                .execute(Tuple.of(KEY_LOCK))
                .replaceWithVoid();
    }

    private static Uni<List<Move>> removeRetired(SqlConnection connection, Duration after) {
        return connection.preparedQuery("""
                        DELETE FROM auth.signing_key
                        WHERE state = 'retired' AND state_since < now() - make_interval(secs => $1)
                        RETURNING kid, 'gone' AS state""").execute(seconds(after)).map(KeyStore::moves);
    }

    /** In two statements, since at no time there may be two current keys. */
    private static Uni<List<Move>> promote(SqlConnection connection, Duration before) {
        return connection
                .preparedQuery("""
                        UPDATE auth.signing_key SET state = 'retired', state_since = now()
                        WHERE state = 'current' AND EXISTS (
                          SELECT FROM auth.signing_key
                          WHERE state = 'next' AND state_since < now() - make_interval(secs => $1))
                        RETURNING kid, state""")
                .execute(seconds(before))
                .map(KeyStore::moves)
                .chain(retired -> retired.isEmpty()
                        ? Uni.createFrom().item(retired)
                        : connection
                                .query("""
                                        UPDATE auth.signing_key SET state = 'current', state_since = now()
                                        WHERE state = 'next'
                                        RETURNING kid, state""")
                                .execute()
                                .map(KeyStore::moves)
                                .map(current -> Stream.concat(retired.stream(), current.stream())
                                        .toList()));
    }

    private static Uni<List<Move>> announce(SqlConnection connection, Duration signsFor) {
        return connection.preparedQuery("""
                        SELECT FROM auth.signing_key
                        WHERE state = 'current' AND state_since < now() - make_interval(secs => $1)
                          AND NOT EXISTS (SELECT FROM auth.signing_key WHERE state = 'next')""").execute(seconds(signsFor)).chain(due -> {
            if (due.size() == 0) {
                return Uni.createFrom().item(List.<Move>of());
            }
            var next = SigningKey.generate(SigningKey.State.NEXT);
            return insert(connection, next).replaceWith(List.of(new Move(next.kid(), name(next.state()))));
        });
    }

    private static List<Move> moves(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Move(row.getString("kid"), row.getString("state")))
                .toList();
    }

    private static Tuple seconds(Duration duration) {
        return Tuple.of((double) duration.toSeconds());
    }

    /** All keys, as another replica may have changed them. */
    Uni<List<SigningKey>> load() {
        return database.inTransaction(KeyStore::select);
    }

    private static Uni<List<SigningKey>> select(SqlConnection connection) {
        return connection
                .query("SELECT public_key, private_key, state FROM auth.signing_key ORDER BY created_at, kid")
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(KeyStore::key)
                        .toList());
    }

    private static Uni<Void> insert(SqlConnection connection, SigningKey key) {
        var pair = key.pair();
        return connection
                .preparedQuery("""
                        INSERT INTO auth.signing_key (kid, public_key, private_key, state)
                        VALUES ($1, $2, $3, $4)""")
                .execute(Tuple.of(
                        key.kid(),
                        Buffer.buffer(pair.getPublic().getEncoded()),
                        Buffer.buffer(pair.getPrivate().getEncoded()),
                        name(key.state())))
                .replaceWithVoid();
    }

    private static String name(SigningKey.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static SigningKey key(Row row) {
        var state = SigningKey.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
        return SigningKey.of(
                row.get(Buffer.class, "public_key").getBytes(),
                row.get(Buffer.class, "private_key").getBytes(),
                state);
    }
}
