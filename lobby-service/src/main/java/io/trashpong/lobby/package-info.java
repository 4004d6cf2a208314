/** The lobby's start and end: what is switched on, in which order. */
@NullMarked
package io.trashpong.lobby;

import org.jspecify.annotations.NullMarked;
