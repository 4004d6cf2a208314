package io.trashpong.lobby.room;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Some rooms and where the next page begins.
 *
 * @param next null on the last page
 */
public record RoomPage(List<Room> rooms, @Nullable Cursor next) {
    public RoomPage {
        rooms = List.copyOf(rooms);
    }

    /** @param found up to one more than {@code limit}, which tells that there is another page */
    static RoomPage of(List<Room> found, int limit) {
        if (found.size() <= limit) {
            return new RoomPage(found, null);
        }
        var rooms = found.subList(0, limit);
        return new RoomPage(rooms, new Cursor(rooms.getLast().number()));
    }

    /** After which room a page begins. Rooms created since come before it, so that none is missed or doubled. */
    public record Cursor(long number) {
        private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{2,26}");
        private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

        /** What clients are given; they need not know what it means. */
        public String encode() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(Long.toString(number).getBytes(US_ASCII));
        }

        /** Nothing when {@code text} is not ours. */
        public static Optional<Cursor> decode(String text) {
            if (!FORM.matcher(text).matches() || text.length() % 4 == 1) {
                return Optional.empty();
            }
            var decoded = new String(Base64.getUrlDecoder().decode(text), US_ASCII);
            return NUMBER.matcher(decoded).matches()
                    ? Optional.of(new Cursor(Long.parseLong(decoded)))
                    : Optional.empty();
        }
    }
}
