/** {@code trashpong faults}: every promise of the system with a fault that tries to break it. */
@NullMarked
package io.trashpong.harness.faults;

import org.jspecify.annotations.NullMarked;
