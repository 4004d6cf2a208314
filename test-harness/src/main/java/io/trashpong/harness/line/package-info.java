/** TCP lines on the loopback interface that misbehave: slow, silent, cut. */
@NullMarked
package io.trashpong.harness.line;

import org.jspecify.annotations.NullMarked;
