/**
 * The whole system on one machine, without a container: an embedded Postgres and every service as its own process, behind
 * the {@link io.trashpong.harness.gateway gateway}. For players, for tests and for the faults that tests inject.
 */
@NullMarked
package io.trashpong.harness.stack;

import org.jspecify.annotations.NullMarked;
