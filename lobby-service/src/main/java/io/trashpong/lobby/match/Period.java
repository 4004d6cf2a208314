package io.trashpong.lobby.match;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.Locale;

/** Over which time a standing counts. */
public enum Period {
    ALL,
    /** A week of ISO 8601: from Monday on, in UTC. */
    WEEK;

    /** What the period with {@code at} in it is called in the table. */
    String keyAt(Instant at) {
        return switch (this) {
            case ALL -> "all";
            case WEEK -> {
                var day = LocalDate.ofInstant(at, ZoneOffset.UTC);
                yield String.format(
                        Locale.ROOT,
                        "%04d-W%02d",
                        day.get(IsoFields.WEEK_BASED_YEAR),
                        day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            }
        };
    }
}
