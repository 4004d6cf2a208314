@NullMarked
package io.trashpong.harness.load;

import org.jspecify.annotations.NullMarked;
