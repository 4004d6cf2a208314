@NullMarked
package io.trashpong.harness.bot;

import org.jspecify.annotations.NullMarked;
