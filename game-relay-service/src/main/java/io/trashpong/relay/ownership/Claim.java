package io.trashpong.relay.ownership;

import io.trashpong.relay.room.LiveRoom;
import io.trashpong.relay.room.RoomRecord;
import org.jspecify.annotations.Nullable;

/**
 * An ownership just won.
 *
 * @param origin when room time was 0, in microseconds of Unix time
 * @param revision of the last write
 * @param live the room in play, from the owner before; null when that one could not hand it over
 */
public record Claim(
        long epoch,
        long origin,
        RoomRecord state,
        long revision,
        @Nullable LiveRoom live) {}
