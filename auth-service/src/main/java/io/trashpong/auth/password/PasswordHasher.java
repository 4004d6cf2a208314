package io.trashpong.auth.password;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;

/**
 * Argon2id (RFC 9106), version 1.3, one lane. A hash says its own parameters, so these may be raised: older hashes stay good and count as outdated. It takes a fraction of
 * a second of a processor and 19 MiB: call it from {@link PasswordWorkers} only.
 */
@ApplicationScoped
public class PasswordHasher {
    private static final int LANES = 1;
    private static final int DIGEST_BYTES = 32;
    private static final int SALT_BYTES = 16;

    private final Argon2Function argon2;
    private final SecureRandom random = new SecureRandom();

    PasswordHasher(Argon2Cost cost) {
        argon2 = Argon2Function.getInstance(cost.memoryKib(), cost.passes(), LANES, DIGEST_BYTES, Argon2.ID);
    }

    /** What a comparison came to. */
    public enum Verdict {
        WRONG,
        RIGHT,
        /** Right, and to be hashed anew: the parameters have changed since. */
        RIGHT_YET_OUTDATED
    }

    public PasswordHash hash(Password password) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new PasswordHash(argon2.hash(password.bytes(), salt).getResult());
    }

    public Verdict compare(Password password, PasswordHash kept) {
        var theirs = Argon2Function.getInstanceFromHash(kept.phc());
        if (!theirs.check(password.value(), kept.phc())) {
            return Verdict.WRONG;
        }
        return theirs.equals(argon2) ? Verdict.RIGHT : Verdict.RIGHT_YET_OUTDATED;
    }

    /** As long as a comparison takes, for names that nobody has. */
    public void compareWithNothing(Password password) {
        var _ = hash(password);
    }
}
