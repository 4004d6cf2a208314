/**
 * Rooms: what they are, how they are kept, who may change them. Every change goes through {@link
 * io.trashpong.lobby.room.RoomChanges} and takes the next version.
 */
@NullMarked
package io.trashpong.lobby.room;

import org.jspecify.annotations.NullMarked;
