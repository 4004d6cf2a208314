package io.trashpong.harness.bot;

import io.trashpong.harness.client.RoomClient;
import io.trashpong.harness.client.RoomListener;
import io.trashpong.harness.client.SeatGrant;
import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.RoomSnapshot;
import io.trashpong.protocol.SeatState;
import io.trashpong.protocol.ServerMessage;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A bot at one table, from sitting down until nobody plays with it there any more: ready at once, it plays on for as long as the
 * other asks for rematches. Its state belongs to its client's event loop.
 */
final class Opponent {
    /** Who has not asked for a rematch by then looks at something else. */
    private static final long REMATCH_WITHIN_MILLIS = 30_000;

    private final Vertx vertx;
    private final int seat;
    private final int most;
    private final CompletableFuture<Integer> gone = new CompletableFuture<>();
    private volatile boolean playing;
    private int matches;
    private @Nullable RoomClient client;
    private @Nullable PongBot pong;

    private Opponent(Vertx vertx, int seat, int most) {
        this.vertx = vertx;
        this.seat = seat;
        this.most = most;
    }

    /** @param most matches, then it leaves */
    static Opponent sit(Vertx vertx, URI origin, SeatGrant grant, int missPercent, int most, RandomGenerator dice) {
        var opponent = new Opponent(vertx, grant.seat(), most);
        opponent.open(origin, grant, missPercent, dice);
        return opponent;
    }

    private void open(URI origin, SeatGrant grant, int missPercent, RandomGenerator dice) {
        switch (grant.room().game()) {
            case PONG ->
                pong = PongBot.play(vertx, () -> origin, grant, Skill.missing(missPercent), most, dice, watch());
            case TICTACTOE -> {
                var player = new TicTacToeBot(seat, missPercent, dice);
                client = RoomClient.open(vertx, origin, grant, new Turns(player, watch()));
            }
        }
    }

    /** Completed with the number of matches when nobody plays with it here any more. */
    CompletableFuture<Integer> gone() {
        return gone;
    }

    boolean isPlaying() {
        return playing;
    }

    void leave() {
        send(new ClientMessage.Leave());
        gone.complete(matches);
    }

    private void send(ClientMessage message) {
        if (pong != null) {
            pong.send(message);
        } else if (client != null) {
            client.send(message);
        }
    }

    private RoomListener watch() {
        return new RoomListener() {
            @Override
            public void received(ServerMessage message) {
                follow(message);
            }

            @Override
            public void ended(int code) {
                gone.complete(matches);
            }
        };
    }

    private void follow(ServerMessage message) {
        switch (message) {
            case ServerMessage.Turn _, ServerMessage.LegStarted _ -> playing = true;
            case ServerMessage.Finished _ -> {
                playing = false;
                matches++;
                if (matches >= most) {
                    leave();
                    return;
                }
                int played = matches;
                var _ = vertx.setTimer(REMATCH_WITHIN_MILLIS, _ -> {
                    if (!playing && matches == played) {
                        leave();
                    }
                });
            }
            case ServerMessage.SeatChanged(long _, int which, SeatState state)
            when which != seat && state == null && matches > 0 -> leave();
            // A countdown that was stopped wants the word anew; a match that has begun passes it over.
            case ServerMessage.SeatChanged(long _, int which, SeatState state)
            when which == seat && state != null && !state.ready() && !playing -> send(new ClientMessage.Ready());
            case ServerMessage.Welcome welcome
            when welcome.snapshot() != null ->
                playing = welcome.snapshot().phase() != RoomSnapshot.Phase.WAITING
                        && welcome.snapshot().phase() != RoomSnapshot.Phase.FINISHED;
            case ServerMessage.Seldom _, ServerMessage.Frequent _ -> {}
        }
    }

    /** A game of turns: ready, moves, rematches. */
    private final class Turns implements RoomListener {
        private final TicTacToeBot player;
        private final RoomListener watch;

        Turns(TicTacToeBot player, RoomListener watch) {
            this.player = player;
            this.watch = watch;
        }

        @Override
        public void received(ServerMessage message) {
            watch.received(message);
            ClientMessage answer = player.hear(message);
            if (answer != null) {
                send(answer);
            }
            switch (message) {
                case ServerMessage.Welcome _ when !playing -> send(new ClientMessage.Ready());
                case ServerMessage.Finished _ when !gone.isDone() -> send(new ClientMessage.Rematch());
                case ServerMessage.Seldom _, ServerMessage.Frequent _ -> {}
            }
        }

        @Override
        public void ended(int code) {
            watch.ended(code);
        }
    }
}
