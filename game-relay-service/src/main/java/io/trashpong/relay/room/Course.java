package io.trashpong.relay.room;

import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.event.RelayEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.LongConsumer;

/** Where a room's matches stand, and how that is written. Changed by its room only. */
final class Course {
    final RoomId room;
    final GameKind game;
    private final long origin;
    private final Roster roster;
    private final Outlet out;
    private Stage stage = new Stage.Waiting();

    /** @param origin when room time was 0, in microseconds of Unix time */
    Course(RoomId room, GameKind game, long origin, Roster roster, Outlet out) {
        this.room = room;
        this.game = game;
        this.origin = origin;
        this.roster = roster;
        this.out = out;
    }

    Stage stage() {
        return stage;
    }

    void enter(Stage next) {
        stage = next;
    }

    boolean isRunning(Match match) {
        return stage instanceof Stage.Running(Match running) && running == match;
    }

    /** Writes the room as it stands with these events, then tells {@code then} the room time. */
    void write(List<RelayEvent> events, LongConsumer then) {
        out.write(RoomViews.record(game, roster, stage), events, false, then);
    }

    /** The same for the last time: nothing is written after. */
    void writeLast(List<RelayEvent> events, LongConsumer then) {
        out.write(RoomViews.record(game, roster, stage), events, true, then);
    }

    /** Of Postgres's clock. */
    Instant instant(long roomTime) {
        return Instant.EPOCH.plus(origin + roomTime, ChronoUnit.MICROS);
    }
}
