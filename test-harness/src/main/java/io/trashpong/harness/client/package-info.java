/** A client of the whole surface: REST, the lobby's feed and the rooms, as {@code docs/protocol.md} has them. */
@NullMarked
package io.trashpong.harness.client;

import org.jspecify.annotations.NullMarked;
