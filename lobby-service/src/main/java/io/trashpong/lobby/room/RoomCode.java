package io.trashpong.lobby.room;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/** The secret in a room's link: 80 random bits as 16 characters of Crockford's base32, lower case. */
public record RoomCode(String value) {
    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 16;
    private static final Pattern FORM = Pattern.compile("[" + DIGITS + "]{" + LENGTH + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    public RoomCode {
        if (!isCode(value)) {
            throw new IllegalArgumentException("a room code is " + LENGTH + " characters of Crockford's base32");
        }
    }

    public static boolean isCode(String text) {
        return FORM.matcher(text).matches();
    }

    static RoomCode random() {
        var code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(DIGITS.charAt(RANDOM.nextInt(DIGITS.length())));
        }
        return new RoomCode(code.toString());
    }

    /** Not the code: it must not reach a log. */
    @Override
    public String toString() {
        return "RoomCode[…]";
    }
}
