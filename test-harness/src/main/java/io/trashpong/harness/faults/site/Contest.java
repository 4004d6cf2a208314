package io.trashpong.harness.faults.site;

import io.trashpong.harness.bot.PongBot;
import io.trashpong.harness.bot.Skill;
import io.trashpong.harness.client.SeatGrant;
import io.trashpong.harness.client.User;
import io.trashpong.harness.faults.history.Observation;
import io.trashpong.harness.faults.history.RoomHistory;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.ServerMessage;
import io.trashpong.protocol.feed.RoomView;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Two bots that play match after match in one room, and all they see. */
public final class Contest implements AutoCloseable {
    public static final String LEFT = "left";
    public static final String RIGHT = "right";

    /** More than any run plays. */
    private static final int ENDLESS = 1_000_000;

    private static final long GONE_MILLIS = 3_000;
    private static final long WELCOME_SECONDS = 10;

    private final RoomId room;
    private final RoomHistory history;
    private final PongBot left;
    private final PongBot right;

    private Contest(RoomId room, RoomHistory history, PongBot left, PongBot right) {
        this.room = room;
        this.history = history;
        this.left = left;
        this.right = right;
    }

    /**
     * Opens a public room in which both play.
     *
     * @param lobby the gateway
     * @param left where the player who makes the room connects, asked before each connection; he comes first, so that the relay
     *     he comes to owns the room
     */
    public static Contest open(
            Vertx vertx,
            URI lobby,
            String title,
            Skill skill,
            Supplier<URI> left,
            Supplier<URI> right,
            SplittableRandom dice) {
        try (User first = User.guest(lobby, "Ada");
                User second = User.guest(lobby, "Bob")) {
            SeatGrant one = first.createRoom(title, RoomView.Visibility.PUBLIC).orThrow();
            SeatGrant other = second.takeSeat(one.room().id(), null).orThrow();
            var history = new RoomHistory();
            var maker = PongBot.play(vertx, left, one, skill, ENDLESS, dice.split(), history.witness(LEFT));
            var _ = maker.welcomed()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .orTimeout(WELCOME_SECONDS, TimeUnit.SECONDS)
                    .join();
            var guest = PongBot.play(vertx, right, other, skill, ENDLESS, dice.split(), history.witness(RIGHT));
            return new Contest(one.room().id(), history, maker, guest);
        }
    }

    public RoomId room() {
        return room;
    }

    public RoomHistory history() {
        return history;
    }

    /** One player gives up: the match, if one runs, ends with a result. */
    public void rightLeaves() {
        right.leave();
    }

    /** The player who made the room leaves, and the room is gone; waits for that a moment. */
    @Override
    public void close() {
        left.leave();
        try {
            long _ = history.await(
                    0, GONE_MILLIS, seen -> seen.client().equals(LEFT) && seen instanceof Observation.Ended);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for a ball in flight that starts after {@code since}. @return when, or -1 */
    public long awaitBall(long since, long patienceMillis) throws InterruptedException {
        return history.await(
                since,
                patienceMillis,
                seen -> seen instanceof Observation.Heard(String _, long _, ServerMessage.LegStarted _));
    }

    /** Waits until that client was welcomed after {@code since}. @return when, or -1 */
    public long awaitWelcome(String client, long since, long patienceMillis) throws InterruptedException {
        return history.await(
                since,
                patienceMillis,
                seen -> seen.client().equals(client)
                        && seen instanceof Observation.Heard(String _, long _, ServerMessage.Welcome _));
    }

    /** Waits until the left player hears a result after {@code since}. @return when, or -1 */
    public long awaitResult(long since, long patienceMillis) throws InterruptedException {
        return history.await(
                since,
                patienceMillis,
                seen -> seen.client().equals(LEFT)
                        && seen instanceof Observation.Heard(String _, long _, ServerMessage.Finished _));
    }

    /** The epoch of that client's last welcome; 0 before the first. */
    public long epoch(String client) {
        return history.heard(client, ServerMessage.Welcome.class, 0)
                .mapToLong(timed -> timed.message().epoch())
                .max()
                .orElse(0);
    }
}
