/**
 * A room's life as a single writer: {@link io.trashpong.relay.room.RoomCommand}s go in, {@link
 * io.trashpong.relay.room.RoomEffect}s come out. No socket, no database, no clock and no dice of its own: every time is
 * room time in microseconds, given by the caller.
 */
@NullMarked
package io.trashpong.relay.room;

import org.jspecify.annotations.NullMarked;
