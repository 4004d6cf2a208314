/**
 * What crosses a process boundary: the room channel's messages ({@link io.trashpong.protocol.ClientMessage}, {@link
 * io.trashpong.protocol.ServerMessage}), the lobby's live feed, the events between services, and the catalogues of error
 * and close codes. Plain records; Jackson annotations are the only framework here. Prose: {@code docs/protocol.md}.
 */
@NullMarked
package io.trashpong.protocol;

import org.jspecify.annotations.NullMarked;
