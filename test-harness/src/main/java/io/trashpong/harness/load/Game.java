package io.trashpong.harness.load;

/** What the players send. */
enum Game {
    /** Aims at a fixed rate, whatever happens on the court. */
    AIMS,
    /** What a player of ours sends: an aim when the target changes, a sign of life while the ball comes, a commit. */
    PONG,
    /** What a game that ticks sends: each player's paddle 60 times a second. */
    TICK60;

    static final int TICKS = 60;
}
