/** A player that plays by the protocol alone, and what it measures while it does. */
@NullMarked
package io.trashpong.harness.bot;

import org.jspecify.annotations.NullMarked;
