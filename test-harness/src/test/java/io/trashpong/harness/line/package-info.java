@NullMarked
package io.trashpong.harness.line;

import org.jspecify.annotations.NullMarked;
