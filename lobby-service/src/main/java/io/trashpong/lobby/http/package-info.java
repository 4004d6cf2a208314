/** The REST edge: checks, maps, calls, maps back. */
@NullMarked
package io.trashpong.lobby.http;

import org.jspecify.annotations.NullMarked;
