@NullMarked
package io.trashpong.harness.terminal.view;

import org.jspecify.annotations.NullMarked;
