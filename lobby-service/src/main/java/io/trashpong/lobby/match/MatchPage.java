package io.trashpong.lobby.match;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.trashpong.protocol.MatchId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Some of a player's matches, the last first.
 *
 * @param next what to give as {@code after} for the next page; null on the last
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record MatchPage(List<MatchView> matches, @Nullable String next) {
    public MatchPage {
        matches = List.copyOf(matches);
    }

    /** @param found up to one more than {@code limit}, which tells that there is another page */
    static MatchPage of(List<MatchView> found, int limit) {
        if (found.size() <= limit) {
            return new MatchPage(found, null);
        }
        var matches = found.subList(0, limit);
        var last = matches.getLast();
        return new MatchPage(matches, new Cursor(last.endedAt(), last.id()).encode());
    }

    /** After which match a page begins. */
    public record Cursor(Instant endedAt, MatchId match) {
        private static final char SEPARATOR = '~';
        private static final int MAX_CHARS = 64;

        String encode() {
            return endedAt.toString() + SEPARATOR + match;
        }

        /** Nothing when {@code text} is not ours. */
        public static Optional<Cursor> decode(String text) {
            int separator = text.indexOf(SEPARATOR);
            if (separator < 0 || text.length() > MAX_CHARS) {
                return Optional.empty();
            }
            try {
                return Optional.of(new Cursor(
                        Instant.parse(text.substring(0, separator)), new MatchId(text.substring(separator + 1))));
            } catch (DateTimeException | IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }
}
