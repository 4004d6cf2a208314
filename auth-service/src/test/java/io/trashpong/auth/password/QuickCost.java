package io.trashpong.auth.password;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** Lets the service under test hash in a millisecond; what a real hash costs is tried with a {@link PasswordHasher} of its own. */
@Dependent
public class QuickCost {
    /** How a hash of this cost begins. */
    public static final String PREFIX = "$argon2id$v=19$m=256,t=1,p=1$";

    @Produces
    Argon2Cost cost() {
        return new Argon2Cost(256, 1);
    }

    /** As in production. */
    public static PasswordHasher realHasher() {
        return new PasswordHasher(Argon2Cost.STANDARD);
    }
}
