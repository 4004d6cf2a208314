@NullMarked
package io.trashpong.harness.stack;

import org.jspecify.annotations.NullMarked;
