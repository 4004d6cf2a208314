/** Matches: what the relay tells of them, what is kept, and the leaderboard. */
@NullMarked
package io.trashpong.lobby.match;

import org.jspecify.annotations.NullMarked;
