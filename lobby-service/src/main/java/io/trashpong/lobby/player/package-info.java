/** What becomes of players: who is no more, and who has another name. Auth tells it; here it is applied to what is kept. */
@NullMarked
package io.trashpong.lobby.player;

import org.jspecify.annotations.NullMarked;
