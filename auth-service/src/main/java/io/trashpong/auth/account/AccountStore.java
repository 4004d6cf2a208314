package io.trashpong.auth.account;

import io.smallrye.mutiny.Uni;
import io.trashpong.auth.database.Database;
import io.trashpong.auth.name.PlayerName;
import io.trashpong.auth.outbox.OutboxStore;
import io.trashpong.auth.password.PasswordHash;
import io.trashpong.auth.session.RefreshToken;
import io.trashpong.auth.session.SessionStore;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.event.AuthEvent;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Who there is, and how accounts come and go. All times are Postgres's. */
@ApplicationScoped
class AccountStore {
    private static final String UNIQUE_VIOLATION = "23505";

    private final Database database;
    private final SessionStore sessions;
    private final OutboxStore outbox;

    AccountStore(Database database, SessionStore sessions, OutboxStore outbox) {
        this.database = database;
        this.sessions = sessions;
        this.outbox = outbox;
    }

    /** An account or a guest. */
    Uni<Optional<Holder>> find(PlayerId id) {
        return find("SELECT id, name, password_hash FROM auth.player WHERE id = $1", id.value());
    }

    /** An account or a guest. */
    Uni<Optional<Holder>> find(PlayerName name) {
        return find("SELECT id, name, password_hash FROM auth.player WHERE folded_name = $1", name.folded());
    }

    private Uni<Optional<Holder>> find(String sql, String parameter) {
        return database.inTransaction(connection ->
                connection.preparedQuery(sql).execute(Tuple.of(parameter)).map(AccountStore::holder));
    }

    private static Optional<Holder> holder(RowSet<Row> rows) {
        if (rows.size() == 0) {
            return Optional.empty();
        }
        var row = rows.iterator().next();
        return Optional.of(new Holder(
                new PlayerId(row.getString("id")),
                PlayerName.ofStored(row.getString("name")),
                Optional.ofNullable(row.getString("password_hash")).map(PasswordHash::new)));
    }

    /** A new player with a session. */
    Uni<Outcome<SignedIn>> create(PlayerName name, PasswordHash hash) {
        var player = new Player(PlayerId.random(), name.shown());
        return database.inTransaction(connection -> connection
                .preparedQuery("""
                        INSERT INTO auth.player (id, name, folded_name, guest, password_hash, password_set_at)
                        VALUES ($1, $2, $3, false, $4, now())
                        ON CONFLICT (folded_name) DO NOTHING""")
                .execute(Tuple.of(player.id().value(), name.shown(), name.folded(), hash.phc()))
                .chain(rows -> rows.rowCount() == 0
                        ? Uni.createFrom().item(Outcome.refused(new Refusal.NameTaken()))
                        : signIn(connection, player)));
    }

    /** The guest gets a password, and another name if he wants; his id stays, and with it all that is counted for it. */
    Uni<Outcome<SignedIn>> upgrade(Player guest, PlayerName name, PasswordHash hash) {
        var player = new Player(guest.id(), name.shown());
        return database.inTransaction(connection -> connection
                        .preparedQuery("""
                        UPDATE auth.player
                        SET guest = false, name = $2, folded_name = $3, password_hash = $4, password_set_at = now(),
                            last_used_at = now()
                        WHERE id = $1 AND guest""")
                        .execute(Tuple.of(player.id().value(), name.shown(), name.folded(), hash.phc()))
                        .chain(rows -> rows.rowCount() == 0
                                ? Uni.createFrom().item(Outcome.<SignedIn>refused(new Refusal.AccountExists()))
                                : sessions.closeAll(connection, player.id())
                                        .chain(() -> tellNewName(connection, guest, player))
                                        .chain(() -> signIn(connection, player))))
                .onFailure(AccountStore::isNameTaken)
                .recoverWithItem(() -> Outcome.refused(new Refusal.NameTaken()));
    }

    private Uni<Void> tellNewName(SqlConnection connection, Player before, Player after) {
        return before.equals(after)
                ? Uni.createFrom().voidItem()
                : outbox.append(connection, List.of(new AuthEvent.PlayerRenamed(after)));
    }

    private static boolean isNameTaken(Throwable failure) {
        return failure instanceof PgException e && UNIQUE_VIOLATION.equals(e.getSqlState());
    }

    private Uni<Outcome<SignedIn>> signIn(SqlConnection connection, Player player) {
        var refresh = RefreshToken.random();
        return sessions.open(connection, player.id(), refresh).replaceWith(Outcome.done(new SignedIn(player, refresh)));
    }

    /** Deletes the player with all that is his, and tells the others; false when he was gone already. */
    Uni<Boolean> delete(PlayerId id) {
        return database.inTransaction(connection -> connection
                .preparedQuery("DELETE FROM auth.player WHERE id = $1")
                .execute(Tuple.of(id.value()))
                .chain(rows -> rows.rowCount() == 0
                        ? Uni.createFrom().item(false)
                        : outbox.append(connection, List.of(new AuthEvent.PlayerDeleted(id)))
                                .replaceWith(true)));
    }
}
