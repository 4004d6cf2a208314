/** Runs the rooms that this replica owns: each {@link io.trashpong.relay.room.RoomSession} on one event loop. */
@NullMarked
package io.trashpong.relay.host;

import org.jspecify.annotations.NullMarked;
