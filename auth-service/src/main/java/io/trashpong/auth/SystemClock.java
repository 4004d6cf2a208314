package io.trashpong.auth;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The clock that tokens are dated and checked by. What lives in rows goes by Postgres's clock instead. */
@Dependent
class SystemClock {
    @Produces
    Clock clock() {
        return Clock.systemUTC();
    }
}
