/** What a room writes down, under its owner's epoch. */
@NullMarked
package io.trashpong.relay.store;

import org.jspecify.annotations.NullMarked;
