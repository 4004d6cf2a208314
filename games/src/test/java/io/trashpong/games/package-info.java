@NullMarked
package io.trashpong.games;

import org.jspecify.annotations.NullMarked;
