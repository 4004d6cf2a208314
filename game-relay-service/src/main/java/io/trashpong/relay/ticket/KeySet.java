package io.trashpong.relay.ticket;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.security.Key;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * Auth's public keys, kept. They are asked for when there are none, when a ticket names one that is not among them (at
 * most every {@value #ASK_AGAIN_MS} ms, so that forgers can't make us ask), and when they are old.
 */
public final class KeySet {
    private static final Logger LOG = Logger.getLogger(KeySet.class);
    private static final String PATH = "/.well-known/jwks.json";
    static final long ASK_AGAIN_MS = 2_000;
    private static final long OLD_AFTER_MS = 300_000;
    private static final int TIMEOUT_MS = 2_000;
    private static final int MAX_BYTES = 64 * 1024;

    private final HttpClient http;
    private final String url;
    private final LongSupplier millis;
    private Map<String, Key> keys = Map.of();
    private long askedAt;
    private long knownSince;
    private @Nullable Future<Void> asking;

    /** What is known of a key. */
    sealed interface Found {
        record Known(Key key) implements Found {}

        /** Auth has no such key. */
        record Unknown() implements Found {}

        /** Auth can't be asked, and no key is known. */
        record Away() implements Found {}
    }

    /** @param authUrl where auth is, {@code http://host:port} */
    public KeySet(Vertx vertx, String authUrl) {
        this(vertx, authUrl, () -> System.nanoTime() / 1_000_000);
    }

    KeySet(Vertx vertx, String authUrl, LongSupplier millis) {
        this.http = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(TIMEOUT_MS));
        this.url = authUrl + PATH;
        this.millis = millis;
        this.askedAt = millis.getAsLong() - ASK_AGAIN_MS;
        this.knownSince = askedAt;
    }

    synchronized Future<Found> find(String kid) {
        long now = millis.getAsLong();
        Key key = keys.get(kid);
        if (key != null && now - knownSince < OLD_AFTER_MS) {
            return Future.succeededFuture(new Found.Known(key));
        }
        if (asking == null && now - askedAt < ASK_AGAIN_MS) {
            return Future.succeededFuture(answer(kid));
        }
        return ask(now).map(_ -> answer(kid));
    }

    private synchronized Found answer(String kid) {
        Key key = keys.get(kid);
        if (key != null) {
            return new Found.Known(key);
        }
        return keys.isEmpty() ? new Found.Away() : new Found.Unknown();
    }

    /** One question at a time; it never fails, it leaves what was known. */
    private Future<Void> ask(long now) {
        Future<Void> underWay = asking;
        if (underWay != null) {
            return underWay;
        }
        askedAt = now;
        var request = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(url)
                .setFollowRedirects(false)
                .setTimeout(TIMEOUT_MS);
        Future<Void> question = http.request(request)
                .compose(sent -> sent.send())
                .compose(answer -> answer.statusCode() == 200
                        ? answer.body()
                        : Future.failedFuture("auth answers " + answer.statusCode()))
                .map(this::adopt)
                .recover(e -> {
                    LOG.warnf("auth's keys can't be had: %s", e.getMessage());
                    return Future.succeededFuture();
                });
        asking = question;
        return question.onComplete(_ -> asked());
    }

    private synchronized void asked() {
        asking = null;
    }

    private synchronized @Nullable Void adopt(Buffer body) {
        if (body.length() > MAX_BYTES) {
            throw new IllegalArgumentException("a key set of " + body.length() + " bytes");
        }
        var fresh = new HashMap<String, Key>();
        try {
            for (JsonWebKey key : new JsonWebKeySet(body.toString()).getJsonWebKeys()) {
                if (key instanceof EllipticCurveJsonWebKey curve && key.getKeyId() != null) {
                    fresh.put(key.getKeyId(), curve.getKey());
                }
            }
        } catch (JoseException e) {
            throw new IllegalArgumentException("no key set", e);
        }
        keys = Map.copyOf(fresh);
        knownSince = millis.getAsLong();
        return null;
    }
}
