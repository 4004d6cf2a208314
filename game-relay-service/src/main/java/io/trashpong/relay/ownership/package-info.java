/** Which replica owns a room: one at most, by row and epoch. */
@NullMarked
package io.trashpong.relay.ownership;

import org.jspecify.annotations.NullMarked;
