package io.trashpong.harness.bot;

import io.trashpong.harness.client.Answer;
import io.trashpong.harness.client.FeedListener;
import io.trashpong.harness.client.LiveFeed;
import io.trashpong.harness.client.SeatGrant;
import io.trashpong.harness.client.Trust;
import io.trashpong.harness.client.User;
import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.InvitationId;
import io.trashpong.protocol.feed.FeedMessage;
import io.trashpong.protocol.feed.InvitationView;
import io.vertx.core.Vertx;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is always there: online, at a table by quick match or waiting at one, and at that of whoever invites him. Its one
 * thread decides where it sits.
 */
final class LobbyBot {
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration AFTER_A_REFUSAL = Duration.ofSeconds(2);
    /** Invitations that wait for its thread; one more is left to expire. */
    private static final int MOST_WAITING = 16;

    private final Vertx vertx;
    private final User user;
    private final GameKind game;
    private final int missPercent;
    private final int most;
    private final RandomGenerator dice;
    private final BlockingQueue<InvitationId> invitations = new ArrayBlockingQueue<>(MOST_WAITING);
    private @Nullable Opponent table;
    private int matches;

    /**
     * @param missPercent how badly it plays
     * @param most matches, then it leaves
     */
    LobbyBot(Vertx vertx, User user, GameKind game, int missPercent, int most, RandomGenerator dice) {
        this.vertx = vertx;
        this.user = user;
        this.game = game;
        this.missPercent = missPercent;
        this.most = most;
        this.dice = dice;
    }

    /**
     * Plays until it is told to stop or has played its matches.
     *
     * @return how many it has played
     */
    int play(BooleanSupplier stopped) throws InterruptedException {
        try (var _ = LiveFeed.open(vertx, Trust.MACHINE, user, hear())) {
            while (!stopped.getAsBoolean() && matches < most) {
                InvitationId invitation = invitations.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                if (table != null && table.gone().isDone()) {
                    matches += table.gone().join();
                    table = null;
                }
                if (invitation != null) {
                    answer(invitation);
                } else if (table == null && matches < most && !sit(() -> user.quickMatch(game))) {
                    Thread.sleep(AFTER_A_REFUSAL);
                }
            }
        } finally {
            leave();
        }
        return matches;
    }

    private void leave() {
        if (table != null) {
            table.leave();
            matches += table.gone().join();
            table = null;
        }
        try {
            var _ = user.logOut();
        } catch (UncheckedIOException away) {
            // The server has ended first.
        }
        user.close();
    }

    /** Who plays has no time; who waits goes where he is wanted, and the lobby frees the seat where he waited. */
    private void answer(InvitationId invitation) {
        if (table != null && table.isPlaying()) {
            var _ = ask(() -> user.decline(invitation));
        } else {
            var _ = sit(() -> user.accept(invitation));
        }
    }

    private boolean sit(Request<SeatGrant> request) {
        if (ask(request) instanceof Answer.Granted<SeatGrant>(int _, SeatGrant grant)) {
            table = Opponent.sit(vertx, user.origin(), grant, missPercent, most - matches, dice);
            return true;
        }
        return false;
    }

    /** A question to the lobby. */
    @FunctionalInterface
    private interface Request<T> {
        Answer<T> ask();
    }

    private static <T> @Nullable Answer<T> ask(Request<T> request) {
        try {
            return request.ask();
        } catch (UncheckedIOException away) {
            return null;
        }
    }

    private FeedListener hear() {
        return message -> {
            switch (message) {
                case FeedMessage.Invitations(List<InvitationView> pending) -> pending.forEach(this::note);
                case FeedMessage.InvitationChanged(InvitationView invitation) -> note(invitation);
                case FeedMessage.OfRooms _, FeedMessage.Players _, FeedMessage.PlayersChanged _ -> {}
            }
        };
    }

    private void note(InvitationView invitation) {
        if (invitation.state() == InvitationView.State.PENDING
                && invitation.to().id().equals(user.player().id())) {
            var _ = invitations.offer(invitation.id());
        }
    }
}
