package io.trashpong.games.pong;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Both seats' tracks, as they stand now. It belongs to one {@link Referee}. */
final class SeatTracks {
    private final Map<Seat, SeatTrack> tracks = new EnumMap<>(Seat.class);

    SeatTracks(SeatTrack left, SeatTrack right) {
        tracks.put(Seat.LEFT, left);
        tracks.put(Seat.RIGHT, right);
    }

    SeatTrack of(Seat seat) {
        return Objects.requireNonNull(tracks.get(seat));
    }

    /** @return the time up to which the farther track is settled, microseconds */
    long settledUntil() {
        return Math.max(of(Seat.LEFT).settledUntil(), of(Seat.RIGHT).settledUntil());
    }

    void change(Seat seat, UnaryOperator<SeatTrack> step) {
        tracks.put(seat, step.apply(of(seat)));
    }

    void changeBoth(UnaryOperator<SeatTrack> step) {
        change(Seat.LEFT, step);
        change(Seat.RIGHT, step);
    }
}
