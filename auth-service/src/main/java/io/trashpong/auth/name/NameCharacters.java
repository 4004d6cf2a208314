package io.trashpong.auth.name;

import static java.lang.Character.UnicodeScript.BOPOMOFO;
import static java.lang.Character.UnicodeScript.COMMON;
import static java.lang.Character.UnicodeScript.HAN;
import static java.lang.Character.UnicodeScript.HANGUL;
import static java.lang.Character.UnicodeScript.HIRAGANA;
import static java.lang.Character.UnicodeScript.INHERITED;
import static java.lang.Character.UnicodeScript.KATAKANA;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What Unicode says of the characters of a name. */
final class NameCharacters {
    /** Three at most: more than any living orthography needs in NFC, and too few to paint over the line above. */
    private static final Pattern LOOSE_MARKS = Pattern.compile("^\\p{M}|\\p{M}{4}|[ ]\\p{M}");

    /**
     * Assigned and not of category "other", yet drawn as nothing: what UAX 44 lists as Default_Ignorable_Code_Point outside
     * category Cf, and the Braille blank.
     */
    private static final Pattern DRAWN_AS_NOTHING = Pattern.compile(
            "[\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u2800\\u3164\\uFE00-\\uFE0F\\uFFA0\\x{E0100}-\\x{E01EF}]");

    /** Writing systems of several scripts, as in UTS 39, 5.1: Japanese, Bopomofo beside Han, Korean. */
    private static final List<Set<UnicodeScript>> WRITTEN_TOGETHER =
            List.of(Set.of(HAN, HIRAGANA, KATAKANA), Set.of(HAN, BOPOMOFO), Set.of(HAN, HANGUL));

    private NameCharacters() {}

    /** Not control (bidi and joiners are format controls), surrogate, private, unassigned, a line break, or blank. */
    static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> !DRAWN_AS_NOTHING.matcher(Character.toString(codePoint)).matches();
        };
    }

    static boolean isMark(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    static boolean hasLooseMarks(String text) {
        return LOOSE_MARKS.matcher(text).find();
    }

    /** Digits, punctuation, emoji and the like belong to no script and go with each. */
    static boolean isOneScript(String text) {
        var scripts = text.codePoints()
                .mapToObj(UnicodeScript::of)
                .filter(script -> script != COMMON && script != INHERITED)
                .collect(Collectors.toSet());
        return scripts.size() <= 1 || WRITTEN_TOGETHER.stream().anyMatch(together -> together.containsAll(scripts));
    }
}
