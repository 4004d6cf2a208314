package io.trashpong.harness.terminal.view;

import io.trashpong.protocol.GameKind;

/** What the games are called, and which of them can be played here. */
public final class GameNames {
    /** The one game of a terminal: Pong needs a screen that draws. */
    public static final GameKind AT_A_TERMINAL = GameKind.TICTACTOE;

    private GameNames() {}

    public static String of(GameKind game) {
        return switch (game) {
            case PONG -> "Pong";
            case TICTACTOE -> "tic-tac-toe";
        };
    }

    public static boolean isPlayable(GameKind game) {
        return game == AT_A_TERMINAL;
    }
}
