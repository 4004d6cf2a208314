/** How strong a player is: Glicko-2, pure arithmetic. */
@NullMarked
package io.trashpong.lobby.rating;

import org.jspecify.annotations.NullMarked;
