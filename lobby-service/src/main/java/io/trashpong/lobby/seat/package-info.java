/** Who sits where: taking and giving up a seat, quick match. */
@NullMarked
package io.trashpong.lobby.seat;

import org.jspecify.annotations.NullMarked;
