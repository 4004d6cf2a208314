package io.trashpong.auth.password;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** Not a setting, since nobody should lower it; only where nothing is at stake may another take its place. */
@Dependent
class StandardCost {
    @Produces
    @DefaultBean
    Argon2Cost cost() {
        return Argon2Cost.STANDARD;
    }
}
