/** The promises, each with the trial that can fail: faults are injected from outside, and what clients saw is judged. */
@NullMarked
package io.trashpong.harness.faults.promise;

import org.jspecify.annotations.NullMarked;
