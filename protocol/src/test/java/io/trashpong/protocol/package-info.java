@NullMarked
package io.trashpong.protocol;

import org.jspecify.annotations.NullMarked;
