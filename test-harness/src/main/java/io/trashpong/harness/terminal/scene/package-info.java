/** What is known of lobby and table, and how each message changes it. Pure. */
@NullMarked
package io.trashpong.harness.terminal.scene;

import org.jspecify.annotations.NullMarked;
