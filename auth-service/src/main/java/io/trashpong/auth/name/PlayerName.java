package io.trashpong.auth.name;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A name as it is shown, and the form it is compared in. Shown: NFC, no space around it, single spaces within, {@value
 * #MIN_LENGTH} to {@value #MAX_LENGTH} code points of one script. A name is data only: {@code <b>} is a name like any other,
 * and whoever shows it must show it as text.
 */
public final class PlayerName {
    static final int MIN_LENGTH = 2;
    static final int MAX_LENGTH = 20;

    private final String shown;

    private PlayerName(String shown) {
        this.shown = shown;
    }

    /** What became of a text that wants to be a name. */
    public sealed interface Parsed {}

    public record Accepted(PlayerName name) implements Parsed {}

    public record Refused(Reason reason) implements Parsed {}

    /** Why a text is no name. */
    public enum Reason {
        LENGTH("a name has " + MIN_LENGTH + " to " + MAX_LENGTH + " characters"),
        CHARACTER("a name has no control, invisible, private or unassigned characters"),
        MARKS("a name does not start with a combining mark or pile them up"),
        SCRIPTS("a name is written in one script");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    public static Parsed parse(String text) {
        // No text so long can become a name of 20 characters by honest means; it need not be normalised to know.
        if (text.length() > 16 * MAX_LENGTH) {
            return new Refused(Reason.LENGTH);
        }
        String shown = collapseSpaces(Normalizer.normalize(text, Normalizer.Form.NFC));
        if (!shown.codePoints().allMatch(NameCharacters::isVisible)) {
            return new Refused(Reason.CHARACTER);
        }
        int length = shown.codePointCount(0, shown.length());
        if (length < MIN_LENGTH || length > MAX_LENGTH) {
            return new Refused(Reason.LENGTH);
        }
        if (NameCharacters.hasLooseMarks(shown)) {
            return new Refused(Reason.MARKS);
        }
        if (!NameCharacters.isOneScript(shown)) {
            return new Refused(Reason.SCRIPTS);
        }
        return new Accepted(new PlayerName(shown));
    }

    /** A name that was accepted before, whatever the rules have come to say since. */
    public static PlayerName ofStored(String shown) {
        return new PlayerName(shown);
    }

    public String shown() {
        return shown;
    }

    /**
     * The same for names that differ only in case, width or another compatibility form: NFKC with its case folded (upper,
     * then lower, so that {@code ß} and {@code SS} meet), normalised once more since folding may undo it.
     */
    public String folded() {
        String upper = Normalizer.normalize(shown, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        return Normalizer.normalize(upper.toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
    }

    /** This name for its {@code number}th bearer, {@code Max 2}; cut so far that the number fits. */
    public PlayerName numbered(int number) {
        String suffix = " " + number;
        int room = MAX_LENGTH - suffix.length();
        int end = shown.length();
        if (shown.codePointCount(0, end) > room) {
            end = shown.offsetByCodePoints(0, room);
            // A mark that lost its neighbours goes with its base.
            while (end > 0 && NameCharacters.isMark(shown.codePointAt(end))) {
                end = shown.offsetByCodePoints(end, -1);
            }
        }
        return new PlayerName(shown.substring(0, end).stripTrailing() + suffix);
    }

    private static String collapseSpaces(String text) {
        return text.replaceAll("\\p{Zs}+", " ").strip();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PlayerName name && shown.equals(name.shown);
    }

    @Override
    public int hashCode() {
        return shown.hashCode();
    }

    @Override
    public String toString() {
        return "PlayerName[" + shown + "]";
    }
}
