package io.trashpong.harness.load;

import io.trashpong.games.pong.Seat;
import io.trashpong.harness.client.SeatGrant;
import io.trashpong.harness.client.SocketOptions;
import io.trashpong.harness.stack.Stack;
import io.trashpong.harness.stack.StackFailure;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** All the players of a run, on one event loop. What is public to the run may be called from its thread. */
final class Crowd implements AutoCloseable {
    private static final int CONNECT_SECONDS = 60;
    /** Matches that began all at once would serve, hit and end all at once. */
    private static final int IN_TURN_SECONDS = 3;

    private static final int MOST_CONNECTIONS = 20_000;

    private final Vertx vertx =
            Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setPreferNativeTransport(true));
    private final Context loop = vertx.getOrCreateContext();
    /** Its own bound would be 50 connections a server. */
    private final WebSocketClient client =
            vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(MOST_CONNECTIONS));

    private final LoadTally tally = new LoadTally();
    private final Stack stack;
    private final List<LoadPlayer> players = new ArrayList<>();

    Crowd(Stack stack) {
        this.stack = stack;
    }

    LoadTally tally() {
        return tally;
    }

    /** Seats two players in each of so many rooms, and returns when all of them have said hello. */
    List<LoadPlayer> seat(int rooms, Cross cross, Game game) throws InterruptedException {
        List<Future<Void>> open = new CopyOnWriteArrayList<>();
        List<LoadPlayer> seated = new CopyOnWriteArrayList<>();
        Seating.take(stack.url(), rooms, (room, grants) -> {
            var left = new LoadPlayer(vertx, Seat.LEFT, game, tally);
            var right = new LoadPlayer(vertx, Seat.RIGHT, game, tally);
            LoadPlayer.pair(left, right);
            seated.addAll(List.of(left, right));
            open.add(connect(
                    left, grants.get(0), cross.relayOf(room, 0, stack.relays().size())));
            open.add(connect(
                    right, grants.get(1), cross.relayOf(room, 1, stack.relays().size())));
        });
        var _ = await(Future.join(open));
        players.addAll(seated);
        return List.copyOf(seated);
    }

    /** Does it on the event loop, and waits for what it says. */
    <T> T ask(Callable<T> question) throws InterruptedException {
        return await(Future.<T>future(answer -> loop.runOnContext(_ -> {
            try {
                answer.complete(question.call());
            } catch (Exception e) {
                answer.fail(e);
            }
        })));
    }

    /** Does it with one player after the other, spread over {@value #IN_TURN_SECONDS} s; does not wait. */
    void inTurn(List<LoadPlayer> all, Consumer<LoadPlayer> action) {
        loop.runOnContext(_ -> {
            for (int i = 0; i < all.size(); i++) {
                LoadPlayer player = all.get(i);
                var _ = vertx.setTimer(1 + 1_000L * IN_TURN_SECONDS * i / all.size(), _ -> action.accept(player));
            }
        });
    }

    /** Sends as the pacer says, from now until it is done. */
    void pace(Pacer pacer, List<LoadPlayer> senders) {
        loop.runOnContext(_ -> vertx.setPeriodic(1, timer -> {
            pacer.send(senders, System.nanoTime());
            if (pacer.isDone()) {
                boolean _ = vertx.cancelTimer(timer);
            }
        }));
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private Future<Void> connect(LoadPlayer player, SeatGrant grant, int relay) {
        URI address = stack.relays().get(relay).address();
        return Future.future(connected ->
                loop.runOnContext(_ -> client.connect(SocketOptions.of(address, grant.relay(), grant.ticket()))
                        .onSuccess(player::opened)
                        .<Void>mapEmpty()
                        .onComplete(connected)));
    }

    private static <T> T await(Future<T> future) throws InterruptedException {
        try {
            return future.toCompletionStage().toCompletableFuture().get(CONNECT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new StackFailure("A player can't get on: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new StackFailure("The players did not get on within " + CONNECT_SECONDS + " s.", e);
        }
    }
}
