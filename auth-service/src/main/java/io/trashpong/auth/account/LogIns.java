package io.trashpong.auth.account;

import io.smallrye.mutiny.Uni;
import io.trashpong.auth.database.Database;
import io.trashpong.auth.name.PlayerName;
import io.trashpong.auth.password.PasswordHash;
import io.trashpong.auth.password.PasswordHasher;
import io.trashpong.auth.password.TryKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Whoever knows an account's name and password is its player. */
@ApplicationScoped
public class LogIns {
    private final AccountStore accounts;
    private final PasswordCheck check;
    private final PasswordHasher hasher;
    private final PasswordStore passwords;

    LogIns(AccountStore accounts, PasswordCheck check, PasswordHasher hasher, PasswordStore passwords) {
        this.accounts = accounts;
        this.check = check;
        this.hasher = hasher;
        this.passwords = passwords;
    }

    /**
     * Opens a session.
     *
     * @param source as it is counted
     */
    public Uni<Outcome<SignedIn>> logIn(String name, String password, String source) {
        return Database.within(
                switch (PlayerName.parse(name)) {
                    case PlayerName.Accepted(var wanted) -> logIn(new TryKey(wanted, source), password);
                    // What can't be a name is the name of nobody.
                    case PlayerName.Refused _ -> Uni.createFrom().item(Outcome.refused(new Refusal.CredentialsWrong()));
                });
    }

    private Uni<Outcome<SignedIn>> logIn(TryKey key, String password) {
        return accounts.find(key.name())
                .chain(found -> found.flatMap(Holder::hash)
                        .map(compared -> logIn(found.orElseThrow(), compared, key, password))
                        .orElseGet(() -> check.check(key, Optional.empty(), password, right -> nobody())));
    }

    private Uni<Outcome<SignedIn>> logIn(Holder holder, PasswordHash compared, TryKey key, String password) {
        return check.check(
                        key,
                        Optional.of(compared),
                        password,
                        right -> Outcome.done(right.outdated() ? hasher.hash(right.password()) : compared))
                .chain(outcome -> outcome.chain(kept -> passwords.logIn(holder, compared, kept, key)));
    }

    private static Outcome<SignedIn> nobody() {
        throw new IllegalStateException("a password was right without a hash");
    }
}
