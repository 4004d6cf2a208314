/** Postgres time, kept by every replica. */
@NullMarked
package io.trashpong.relay.clock;

import org.jspecify.annotations.NullMarked;
