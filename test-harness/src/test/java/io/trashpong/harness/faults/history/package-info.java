@NullMarked
package io.trashpong.harness.faults.history;

import org.jspecify.annotations.NullMarked;
