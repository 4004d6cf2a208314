/** A stack of its own to break, the matches that are played in it meanwhile, and the tools to break it from outside. */
@NullMarked
package io.trashpong.harness.faults.site;

import org.jspecify.annotations.NullMarked;
