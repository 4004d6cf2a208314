/** How it reads: lines of plain text, without anything that steers a terminal. Pure. */
@NullMarked
package io.trashpong.harness.terminal.view;

import org.jspecify.annotations.NullMarked;
