@NullMarked
package io.trashpong.harness.terminal.command;

import org.jspecify.annotations.NullMarked;
