package io.trashpong.harness.terminal.view;

/**
 * Text that comes from elsewhere, made harmless: nothing in it moves the cursor, colours, hides or turns what stands beside it.
 * Control characters (C0 and C1, so every escape sequence) and line breaks become a visible mark, and so do characters without a
 * glyph that steer their neighbours (category Cf: bidirectional overrides, joiners, tags), private ones, and halves of pairs.
 */
public final class PlainText {
    private static final int MARK = '\uFFFD';
    /** Nothing that is shown is longer; what is cut off ends in an ellipsis. */
    private static final int LONGEST = 400;

    private PlainText() {}

    public static String of(String text) {
        var plain = new StringBuilder(Math.min(text.length(), LONGEST));
        text.codePoints()
                .limit(LONGEST)
                .map(point -> isHarmless(point) ? point : MARK)
                .forEach(plain::appendCodePoint);
        if (text.codePointCount(0, text.length()) > LONGEST) {
            plain.append('…');
        }
        return plain.toString();
    }

    private static boolean isHarmless(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
