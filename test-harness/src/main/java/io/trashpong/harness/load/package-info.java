/** {@code trashpong load}: how many messages the relays carry, how fast, and what each costs. */
@NullMarked
package io.trashpong.harness.load;

import org.jspecify.annotations.NullMarked;
