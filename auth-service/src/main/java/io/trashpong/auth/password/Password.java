package io.trashpong.auth.password;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * A password as it was typed, in NFC so that it does not depend on the keyboard: {@value #MIN_LENGTH} to {@value
 * #MAX_LENGTH} code points, none of them a control character (RFC 8265, OpaqueString).
 */
public final class Password {
    static final int MIN_LENGTH = 8;
    static final int MAX_LENGTH = 128;

    private final String value;

    private Password(String value) {
        this.value = value;
    }

    /** What became of a text that wants to be a password. */
    public sealed interface Parsed {}

    public record Accepted(Password password) implements Parsed {}

    public record Refused(Reason reason) implements Parsed {}

    /** Why a text is no password. */
    public enum Reason {
        LENGTH("a password has " + MIN_LENGTH + " to " + MAX_LENGTH + " characters"),
        CHARACTER("a password has no control characters");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    public static Parsed parse(String text) {
        // Composed it may be shorter, yet never by so much that it would fit.
        if (text.length() > 4 * MAX_LENGTH) {
            return new Refused(Reason.LENGTH);
        }
        if (!text.codePoints().allMatch(Password::isAllowed)) {
            return new Refused(Reason.CHARACTER);
        }
        String value = Normalizer.normalize(text, Normalizer.Form.NFC);
        int length = value.codePointCount(0, value.length());
        return length < MIN_LENGTH || length > MAX_LENGTH
                ? new Refused(Reason.LENGTH)
                : new Accepted(new Password(value));
    }

    /** Half a surrogate pair has no bytes of its own in UTF-8: it would be equal to any other. */
    private static boolean isAllowed(int codePoint) {
        int type = Character.getType(codePoint);
        return type != Character.CONTROL && type != Character.SURROGATE;
    }

    String value() {
        return value;
    }

    byte[] bytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    /** Shows nothing. */
    @Override
    public String toString() {
        return "Password[…]";
    }
}
