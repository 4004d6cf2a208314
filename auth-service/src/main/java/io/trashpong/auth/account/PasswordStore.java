package io.trashpong.auth.account;

import io.smallrye.mutiny.Uni;
import io.trashpong.auth.database.Database;
import io.trashpong.auth.password.PasswordHash;
import io.trashpong.auth.password.TryKey;
import io.trashpong.auth.password.TryStore;
import io.trashpong.auth.session.RefreshToken;
import io.trashpong.auth.session.SessionStore;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** What is written once a password was right. */
@ApplicationScoped
class PasswordStore {
    private final Database database;
    private final SessionStore sessions;
    private final TryStore tries;

    PasswordStore(Database database, SessionStore sessions, TryStore tries) {
        this.database = database;
        this.sessions = sessions;
        this.tries = tries;
    }

    /**
     * Opens a session.
     *
     * @param kept the hash of the same password from now on
     */
    Uni<Outcome<SignedIn>> logIn(Holder holder, PasswordHash compared, PasswordHash kept, TryKey key) {
        return database.inTransaction(connection -> replace(connection, holder, compared, kept, false)
                .chain(unchanged -> unchanged ? signIn(connection, holder, key) : tooLate()));
    }

    /** Sets another password, ends all sessions, and opens one. */
    Uni<Outcome<SignedIn>> change(Holder holder, PasswordHash compared, PasswordHash next, TryKey key) {
        return database.inTransaction(connection -> replace(connection, holder, compared, next, true)
                .chain(unchanged -> unchanged
                        ? sessions.closeAll(connection, holder.id()).chain(() -> signIn(connection, holder, key))
                        : tooLate()));
    }

    /** False when the hash is no longer the one that was compared with: the password was changed meanwhile. */
    private static Uni<Boolean> replace(
            SqlConnection connection, Holder holder, PasswordHash compared, PasswordHash kept, boolean another) {
        return connection
                .preparedQuery("""
                        UPDATE auth.player
                        SET password_hash = $3, last_used_at = now(),
                            password_set_at = CASE WHEN $4 THEN now() ELSE password_set_at END
                        WHERE id = $1 AND password_hash = $2""")
                .execute(Tuple.of(holder.id().value(), compared.phc(), kept.phc(), another))
                .map(rows -> rows.rowCount() == 1);
    }

    private Uni<Outcome<SignedIn>> signIn(SqlConnection connection, Holder holder, TryKey key) {
        var refresh = RefreshToken.random();
        return sessions.open(connection, holder.id(), refresh)
                .chain(() -> tries.forget(connection, key))
                .replaceWith(Outcome.done(new SignedIn(holder.player(), refresh)));
    }

    private static Uni<Outcome<SignedIn>> tooLate() {
        return Uni.createFrom().item(Outcome.refused(new Refusal.CredentialsWrong()));
    }
}
