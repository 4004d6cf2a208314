package io.trashpong.auth.account;

import io.smallrye.mutiny.Uni;
import io.trashpong.auth.name.PlayerName;
import io.trashpong.auth.password.Password;
import io.trashpong.auth.password.PasswordHash;
import io.trashpong.auth.password.PasswordHasher;
import io.trashpong.auth.password.PasswordStrength;
import io.trashpong.auth.password.PasswordWorkers;
import jakarta.enterprise.context.ApplicationScoped;

/** Turns a password that is to be set into what is kept of it, unless it would soon be guessed. */
@ApplicationScoped
class NewPasswords {
    private final PasswordStrength strength;
    private final PasswordHasher hasher;
    private final PasswordWorkers workers;

    NewPasswords(PasswordStrength strength, PasswordHasher hasher, PasswordWorkers workers) {
        this.strength = strength;
        this.hasher = hasher;
        this.workers = workers;
    }

    Uni<Outcome<PasswordHash>> hash(Password password, PlayerName name) {
        return workers.run(() -> hashOnWorker(password, name));
    }

    /** For those who are on a worker already. */
    Outcome<PasswordHash> hashOnWorker(Password password, PlayerName name) {
        return strength.isCommon(password, name)
                ? Outcome.refused(new Refusal.PasswordCommon())
                : Outcome.done(hasher.hash(password));
    }
}
