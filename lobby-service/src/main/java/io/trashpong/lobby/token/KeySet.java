package io.trashpong.lobby.token;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.Key;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/**
 * Auth's public keys by their {@code kid}. Read when the first is wanted, again for a {@code kid} that is not among them, and
 * again when they are old; the reads are spaced, so that nobody can make us ask auth at his pace.
 */
@ApplicationScoped
class KeySet {
    private static final Logger LOG = Logger.getLogger(KeySet.class);
    /** A key that auth withdrew is trusted for at most this long. */
    private static final Duration FRESH_FOR = Duration.ofMinutes(5);

    static final Duration READS_APART = Duration.ofSeconds(5);
    /** With no key at all nothing works, so auth is asked more often. */
    static final Duration FIRST_READS_APART = Duration.ofMillis(500);

    private final KeySetClient auth;
    private final LongSupplier nanoTime;
    private final AtomicReference<Keys> known = new AtomicReference<>();
    private final AtomicReference<Read> lastRead = new AtomicReference<>();

    @jakarta.inject.Inject
    KeySet(@RestClient KeySetClient auth) {
        this(auth, System::nanoTime);
    }

    KeySet(KeySetClient auth, LongSupplier nanoTime) {
        this.auth = auth;
        this.nanoTime = nanoTime;
    }

    Uni<KeyAnswer> find(String kid) {
        Keys keys = known.get();
        Key key = keys == null ? null : keys.byKid().get(kid);
        if (keys != null && key != null && nanoTime.getAsLong() - keys.readAt() < FRESH_FOR.toNanos()) {
            return Uni.createFrom().item(new KeyAnswer.Found(key));
        }
        return inOwnContext(read(keys == null)).map(succeeded -> {
            Keys now = known.get();
            Key found = now == null ? null : now.byKid().get(kid);
            if (found != null) {
                // While auth is away its last word holds.
                return new KeyAnswer.Found(found);
            }
            return succeeded ? new KeyAnswer.Unknown() : new KeyAnswer.Unavailable();
        });
    }

    /** Whether the last read succeeded; starts one if the last is long enough ago, and all who ask meanwhile share it. */
    private Uni<Boolean> read(boolean first) {
        long now = nanoTime.getAsLong();
        long apart = (first ? FIRST_READS_APART : READS_APART).toNanos();
        var read = lastRead.updateAndGet(last -> last != null && now - last.startedAt() < apart ? last : newRead(now));
        return read == null ? Uni.createFrom().item(false) : read.succeeded();
    }

    /**
     * A shared result arrives in the context of whoever asked first, and a request's context holds its identity: each goes on in
     * his own, or he would go on as somebody else.
     */
    private static <T> Uni<T> inOwnContext(Uni<T> shared) {
        Context own = Vertx.currentContext();
        return own == null ? shared : shared.emitOn(task -> own.runOnContext(_ -> task.run()));
    }

    private Read newRead(long now) {
        return new Read(
                now,
                auth.read()
                        .map(json -> new Keys(parse(json), nanoTime.getAsLong()))
                        .invoke(known::set)
                        .replaceWith(true)
                        .onFailure()
                        .recoverWithItem(failure -> {
                            LOG.warnf(
                                    "auth's keys can't be read: %s",
                                    failure.getClass().getSimpleName());
                            return false;
                        })
                        .memoize()
                        .indefinitely());
    }

    /** Only what can verify ES256 counts. */
    private static Map<String, Key> parse(String json) {
        try {
            var keys = new HashMap<String, Key>();
            for (JsonWebKey key : new JsonWebKeySet(json).getJsonWebKeys()) {
                if (key instanceof EllipticCurveJsonWebKey curve
                        && "P-256".equals(curve.getCurveName())
                        && curve.getKeyId() != null) {
                    keys.put(curve.getKeyId(), curve.getECPublicKey());
                }
            }
            return Map.copyOf(keys);
        } catch (JoseException e) {
            throw new IllegalStateException("auth's key set is no JWKS", e);
        }
    }

    private record Keys(Map<String, Key> byKid, long readAt) {}

    private record Read(long startedAt, Uni<Boolean> succeeded) {}
}
