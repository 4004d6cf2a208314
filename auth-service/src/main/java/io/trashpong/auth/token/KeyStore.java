package io.trashpong.auth.token;

import io.smallrye.mutiny.Uni;
import io.trashpong.auth.database.Database;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/** The key pairs in Postgres, the same for all replicas. */
@ApplicationScoped
class KeyStore {
    /** Of all advisory locks in this database, the one that the maker of the first key holds ("auth key" in ASCII). */
    private static final long FIRST_KEY_LOCK = 0x6175_7468_206b_6579L;

    private final Database database;

    KeyStore(Database database) {
        this.database = database;
    }

    /** All keys; makes the first one if there is none. Replicas that start at the same moment get the same. */
    Uni<List<SigningKey>> loadOrCreate() {
        return database.inTransaction(connection -> connection
                .preparedQuery("SELECT pg_advisory_xact_lock($1)")
                .execute(Tuple.of(FIRST_KEY_LOCK))
                .chain(() -> select(connection))
                .chain(keys -> keys.isEmpty()
                        ? insert(connection, SigningKey.generate())
                        : Uni.createFrom().item(keys)));
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

    private static Uni<List<SigningKey>> insert(SqlConnection connection, SigningKey key) {
        var pair = key.pair();
        return connection
                .preparedQuery("""
                        INSERT INTO auth.signing_key (kid, public_key, private_key, state)
                        VALUES ($1, $2, $3, $4)""")
                .execute(Tuple.of(
                        key.kid(),
                        Buffer.buffer(pair.getPublic().getEncoded()),
                        Buffer.buffer(pair.getPrivate().getEncoded()),
                        key.state().name().toLowerCase(Locale.ROOT)))
                .replaceWith(List.of(key));
    }

    private static SigningKey key(Row row) {
        var state = SigningKey.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
        return SigningKey.of(
                row.get(Buffer.class, "public_key").getBytes(),
                row.get(Buffer.class, "private_key").getBytes(),
                state);
    }
}
