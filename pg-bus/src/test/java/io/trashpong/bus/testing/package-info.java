/** A real Postgres for the tests of every module. */
@NullMarked
package io.trashpong.bus.testing;

import org.jspecify.annotations.NullMarked;
