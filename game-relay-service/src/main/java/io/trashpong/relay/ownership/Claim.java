package io.trashpong.relay.ownership;

import io.trashpong.relay.room.RoomRecord;

/**
 * An ownership just won.
 *
 * @param origin when room time was 0, in microseconds of Unix time
 * @param revision of the last write
 */
public record Claim(long epoch, long origin, RoomRecord state, long revision) {}
