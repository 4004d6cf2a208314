/** What may be a player's name, and when two names are the same. */
@NullMarked
package io.trashpong.auth.name;

import org.jspecify.annotations.NullMarked;
