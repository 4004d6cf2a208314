package io.trashpong.bus;

import java.util.Locale;
import java.util.function.LongSupplier;

/** Says that payloads were refused, once a minute at most, and never what was in them. */
final class RefusalLog {
    private static final System.Logger LOG = System.getLogger(RefusalLog.class.getName());

    private final LongSupplier nanoTime;
    private long since;
    private long quietUntil;

    /** @param nanoTime as {@link System#nanoTime} */
    RefusalLog(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        quietUntil = nanoTime.getAsLong();
    }

    /**
     * @param channel one of those this replica listens on
     * @param backend the process of Postgres that serves who notified
     */
    void refused(Unsealer.Refused why, String channel, int backend) {
        since++;
        long now = nanoTime.getAsLong();
        if (now - quietUntil >= 0) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "event=bus-payload-refused reason={0} channel={1} backend={2,number,#} count={3,number,#}",
                    why.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    channel,
                    backend,
                    since);
            since = 0;
            quietUntil = now + BusLimits.REFUSALS_LOGGED_EVERY.toNanos();
        }
    }
}
