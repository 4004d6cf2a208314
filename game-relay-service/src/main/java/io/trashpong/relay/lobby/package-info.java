/** What the lobby tells the relay. */
@NullMarked
package io.trashpong.relay.lobby;

import org.jspecify.annotations.NullMarked;
