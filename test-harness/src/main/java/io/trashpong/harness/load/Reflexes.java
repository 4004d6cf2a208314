package io.trashpong.harness.load;

import io.trashpong.games.pong.BallLeg;
import io.vertx.core.Vertx;

/** When a player of ours sends something: when the target changes, every 80 ms while the ball comes, and once it has crossed. */
final class Reflexes {
    private static final long REACTION_MICROS = 180_000;
    /** At least every 100 ms something is due; this leaves room for a late timer. */
    private static final long SIGN_OF_LIFE_MICROS = 80_000;

    private Reflexes() {}

    static void play(Vertx vertx, LoadPlayer player, BallLeg leg, boolean mine) {
        at(vertx, player, leg, leg.t0() + REACTION_MICROS, () -> {
            player.send(System.nanoTime());
            if (mine) {
                keepSigning(vertx, player, leg);
            }
        });
        if (mine) {
            at(vertx, player, leg, leg.crossingTime(), () -> player.commit(leg));
        }
    }

    private static void keepSigning(Vertx vertx, LoadPlayer player, BallLeg leg) {
        long next = player.roomTime() + SIGN_OF_LIFE_MICROS;
        if (next < leg.crossingTime()) {
            at(vertx, player, leg, next, () -> {
                player.send(System.nanoTime());
                keepSigning(vertx, player, leg);
            });
        }
    }

    private static void at(Vertx vertx, LoadPlayer player, BallLeg leg, long roomTime, Runnable task) {
        long millis = Math.max(1, Math.ceilDiv(roomTime - player.roomTime(), 1_000L));
        var _ = vertx.setTimer(millis, _ -> {
            if (player.isAwaiting(leg)) {
                task.run();
            }
        });
    }
}
