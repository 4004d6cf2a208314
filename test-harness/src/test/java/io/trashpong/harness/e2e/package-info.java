/** The whole system as its users have it: every service a process of its own, bots and browsers as its players. */
@NullMarked
package io.trashpong.harness.e2e;

import org.jspecify.annotations.NullMarked;
