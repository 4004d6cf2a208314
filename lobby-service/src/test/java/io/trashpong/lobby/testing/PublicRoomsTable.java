package io.trashpong.lobby.testing;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trashpong.protocol.Player;
import io.trashpong.protocol.feed.RoomView;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The truth that every feed has to show. */
public final class PublicRoomsTable {
    private static final String ROWS = "SELECT id || ' ' || version || ' ' || status || ' ' || title || ' '"
            + " || coalesce(seat0_name, '-') || ' ' || coalesce(seat1_name, '-')"
            + " FROM lobby.room WHERE gone_at IS NULL AND visibility = 'public'";
    private static final Duration SOON = Duration.ofSeconds(5);

    private PublicRoomsTable() {}

    /** Waits until {@code rooms}, by their ids, are those of the table. */
    public static void awaitShownBy(Supplier<Map<String, RoomView>> rooms) {
        await().atMost(SOON).untilAsserted(() -> {
            Map<String, String> table = new TreeMap<>();
            Database.query(ROWS).forEach(row -> table.put(row.split(" ", 2)[0], row));
            Map<String, String> shown = new TreeMap<>();
            rooms.get().forEach((id, room) -> shown.put(id, row(room)));
            assertEquals(table, shown);
        });
    }

    private static String row(RoomView room) {
        return String.join(
                " ",
                room.id().value(),
                Long.toString(room.version()),
                room.status().name().toLowerCase(Locale.ROOT),
                room.title(),
                name(room.seats().get(0)),
                name(room.seats().get(1)));
    }

    private static String name(@Nullable Player seat) {
        return seat == null ? "-" : seat.name();
    }
}
