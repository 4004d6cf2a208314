package io.trashpong.auth.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** 256 random bits that continue a session once; opaque to the client, and only their SHA-256 is stored. */
public final class RefreshToken {
    /** From its issue on; also how long a session lasts without use. */
    public static final Duration LIFETIME = Duration.ofDays(30);

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String value;

    private RefreshToken(String value) {
        this.value = value;
    }

    public static RefreshToken random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new RefreshToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Empty when {@code text} can't be a refresh token of ours. */
    public static Optional<RefreshToken> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new RefreshToken(text)) : Optional.empty();
    }

    /** For the cookie and nothing else. */
    public String value() {
        return value;
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Shows nothing. */
    @Override
    public String toString() {
        return "RefreshToken[…]";
    }
}
