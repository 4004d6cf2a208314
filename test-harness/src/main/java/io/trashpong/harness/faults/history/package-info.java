/** What the clients of a room saw, and whether it can all be true at once. */
@NullMarked
package io.trashpong.harness.faults.history;

import org.jspecify.annotations.NullMarked;
