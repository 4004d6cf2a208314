@NullMarked
package io.trashpong.harness.terminal.scene;

import org.jspecify.annotations.NullMarked;
