/** What a typed line means: words, arguments, mistakes. Pure. */
@NullMarked
package io.trashpong.harness.terminal.command;

import org.jspecify.annotations.NullMarked;
