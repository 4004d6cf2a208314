package io.trashpong.relay.room;

import io.trashpong.protocol.SeatState;
import io.trashpong.protocol.ServerMessage;
import org.jspecify.annotations.Nullable;

/** Announces each seat that changed since it was last announced. */
final class SeatNews {
    private final Roster roster;
    private final Outlet out;
    private final @Nullable SeatState[] told = new SeatState[2];

    SeatNews(Roster roster, Outlet out) {
        this.roster = roster;
        this.out = out;
    }

    /** Whoever is in the room knows the seats as they are now. */
    void note(Stage stage) {
        for (int seat = 0; seat < told.length; seat++) {
            told[seat] = RoomViews.seat(roster.seat(seat), stage);
        }
    }

    void tell(Stage stage) {
        for (int number = 0; number < told.length; number++) {
            int seat = number;
            SeatState state = RoomViews.seat(roster.seat(seat), stage);
            if (!isSame(told[seat], state)) {
                told[seat] = state;
                out.announce(seq -> new ServerMessage.SeatChanged(seq, seat, state));
            }
        }
    }

    private static boolean isSame(@Nullable SeatState before, @Nullable SeatState after) {
        if (before == null || after == null) {
            return before == null && after == null;
        }
        return before.player().equals(after.player())
                && before.presence() == after.presence()
                && before.ready() == after.ready();
    }
}
