package io.trashpong.relay.room;

import io.trashpong.protocol.MatchId;
import java.security.SecureRandom;

/** Where a room gets its chance from. */
public interface Dice {
    MatchId match();

    /** Seeds the serves of one match. */
    int seed();

    static Dice secure() {
        var random = new SecureRandom();
        return new Dice() {
            @Override
            public MatchId match() {
                return MatchId.random();
            }

            @Override
            public int seed() {
                return random.nextInt();
            }
        };
    }
}
