package io.trashpong.lobby.room;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A room's title: 1 to 40 code points of any script, in NFC, without control, bidi or invisible characters; runs of spaces
 * are one space.
 */
public record RoomTitle(String value) {
    private static final int MAX_CODE_POINTS = 40;
    /** Longer texts are refused before any work is done on them. */
    private static final int MAX_CHARS = 400;

    private static final Pattern SPACES = Pattern.compile("\\p{Zs}+");
    /** Control, format (bidi too), line ends, unpaired, private or unassigned, and letters and marks drawn as nothing. */
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\\p{Co}\\p{Cn}\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u2800"
                    + "\\u3164\\uFE00-\\uFE0F\\uFFA0\\x{E0100}-\\x{E01EF}]");
    /** More marks on one letter than any script needs run over the lines above and below. */
    private static final Pattern PILE = Pattern.compile("\\p{M}{4}");

    public RoomTitle {
        if (!isTitle(value)) {
            throw new IllegalArgumentException("not a room title");
        }
    }

    /** What {@code text} is as a title, or nothing when it can't be one. */
    public static Optional<RoomTitle> of(String text) {
        if (text.length() > MAX_CHARS) {
            return Optional.empty();
        }
        var plain = SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
        return isTitle(plain) ? Optional.of(new RoomTitle(plain)) : Optional.empty();
    }

    private static boolean isTitle(String text) {
        int length = text.codePointCount(0, text.length());
        return length >= 1
                && length <= MAX_CODE_POINTS
                && !UNSEEN.matcher(text).find()
                && !PILE.matcher(text).find();
    }
}
