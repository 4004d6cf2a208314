/** Room tickets: auth signs what the lobby decided. */
@NullMarked
package io.trashpong.lobby.ticket;

import org.jspecify.annotations.NullMarked;
