/** A room's rules, by a fake clock. */
@NullMarked
package io.trashpong.relay.room;

import org.jspecify.annotations.NullMarked;
