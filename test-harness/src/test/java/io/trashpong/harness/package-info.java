@NullMarked
package io.trashpong.harness;

import org.jspecify.annotations.NullMarked;
