/** What operators set. */
@NullMarked
package io.trashpong.lobby.config;

import org.jspecify.annotations.NullMarked;
