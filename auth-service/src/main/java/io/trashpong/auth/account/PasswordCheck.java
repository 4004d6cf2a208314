package io.trashpong.auth.account;

import io.smallrye.mutiny.Uni;
import io.trashpong.auth.password.Password;
import io.trashpong.auth.password.PasswordHash;
import io.trashpong.auth.password.PasswordHasher;
import io.trashpong.auth.password.PasswordWorkers;
import io.trashpong.auth.password.TryKey;
import io.trashpong.auth.password.TryStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Function;

/** Lets somebody pass who knows the password, after so few tries that he did not guess it. */
@ApplicationScoped
class PasswordCheck {
    private final TryStore tries;
    private final PasswordWorkers workers;
    private final PasswordHasher hasher;

    PasswordCheck(TryStore tries, PasswordWorkers workers, PasswordHasher hasher) {
        this.tries = tries;
        this.workers = workers;
        this.hasher = hasher;
    }

    /** @param outdated whether it is to be hashed anew */
    record Right(Password password, boolean outdated) {}

    /**
     * Counts a try and compares. Without a hash to compare with it takes as long, and is wrong.
     *
     * @param then what to do on the same worker if it is right; it may hash
     */
    <T> Uni<Outcome<T>> check(TryKey key, Optional<PasswordHash> kept, String shown, Function<Right, Outcome<T>> then) {
        return Inputs.shownPassword(shown)
                .chain(password -> tries.count(key)
                        .chain(wait -> wait.isPresent()
                                ? Uni.createFrom().item(Outcome.refused(new Refusal.TooManyTries(wait.getAsInt())))
                                : workers.run(() -> compare(password, kept).then(then))));
    }

    private Outcome<Right> compare(Password password, Optional<PasswordHash> kept) {
        if (kept.isEmpty()) {
            hasher.compareWithNothing(password);
            return Outcome.refused(new Refusal.CredentialsWrong());
        }
        return switch (hasher.compare(password, kept.get())) {
            case WRONG -> Outcome.refused(new Refusal.CredentialsWrong());
            case RIGHT -> Outcome.done(new Right(password, false));
            case RIGHT_YET_OUTDATED -> Outcome.done(new Right(password, true));
        };
    }
}
