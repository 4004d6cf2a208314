@NullMarked
package io.trashpong.harness.faults.promise;

import org.jspecify.annotations.NullMarked;
