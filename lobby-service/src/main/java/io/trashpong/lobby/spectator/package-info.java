/** Watching a room: the lobby decides who may, and counts whom the relay has. */
@NullMarked
package io.trashpong.lobby.spectator;

import org.jspecify.annotations.NullMarked;
