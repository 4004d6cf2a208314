/**
 * The rules of tic-tac-toe: the {@link io.trashpong.games.tictactoe.Board}, the clock of a turn, and perfect play. All
 * values are immutable and of integers; the JavaScript twin is {@code web-client/src/game/rules/tictactoe}.
 */
@NullMarked
package io.trashpong.games.tictactoe;

import org.jspecify.annotations.NullMarked;
