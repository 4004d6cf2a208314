/**
 * {@code trashpong play}: the game at a terminal. {@code command} says what a typed line means, {@code scene} what is known of lobby and
 * table, {@code view} how that reads; those three are pure. Here is what touches keyboard, screen and network.
 */
@NullMarked
package io.trashpong.harness.terminal;

import org.jspecify.annotations.NullMarked;
