@NullMarked
package io.trashpong.harness.roll;

import org.jspecify.annotations.NullMarked;
