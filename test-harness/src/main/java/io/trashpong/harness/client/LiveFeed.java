package io.trashpong.harness.client;

import io.trashpong.protocol.CloseCode;
import io.trashpong.protocol.InvalidMessageException;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.TextFrame;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import org.jspecify.annotations.Nullable;

/**
 * The lobby's feed, kept open: whenever it is lost it is opened again, with a new token when the old one is no longer taken.
 * Everything happens on one event loop.
 */
public final class LiveFeed implements AutoCloseable {
    private static final int UNAUTHORIZED = 401;
    private static final long FIRST_WAIT_MILLIS = 250;
    private static final long LONGEST_WAIT_MILLIS = 4_000;

    private final Vertx vertx;
    private final Context loop;
    private final WebSocketClient http;
    private final User user;
    private final FeedListener listener;
    private @Nullable WebSocket socket;
    private long wait = FIRST_WAIT_MILLIS;
    private boolean closed;

    private LiveFeed(Vertx vertx, Trust trust, User user, FeedListener listener) {
        this.vertx = vertx;
        this.user = user;
        this.listener = listener;
        loop = vertx.getOrCreateContext();
        http = SocketOptions.client(vertx, trust);
    }

    public static LiveFeed open(Vertx vertx, Trust trust, User user, FeedListener listener) {
        var feed = new LiveFeed(vertx, trust, user, listener);
        feed.loop.runOnContext(_ -> feed.connect());
        return feed;
    }

    @Override
    public void close() {
        loop.runOnContext(_ -> {
            closed = true;
            if (socket != null) {
                var _ = socket.close();
            }
        });
    }

    private void connect() {
        if (closed) {
            return;
        }
        String token = user.token();
        http.connect(SocketOptions.of(user.origin(), "/ws/lobby", token))
                .onSuccess(open -> opened(open, token))
                .onFailure(failure -> {
                    if (failure instanceof UpgradeRejectedException refused && refused.getStatus() == UNAUTHORIZED) {
                        renew(token);
                    } else {
                        comeBack();
                    }
                });
    }

    private void opened(WebSocket open, String token) {
        if (closed) {
            var _ = open.close();
            return;
        }
        socket = open;
        open.exceptionHandler(_ -> {});
        open.textMessageHandler(this::hear);
        open.closeHandler(_ -> closed(open.closeStatusCode(), token));
    }

    private void hear(String text) {
        wait = FIRST_WAIT_MILLIS;
        try {
            listener.received(TextFrame.decodeFeed(text));
        } catch (InvalidMessageException anotherVersion) {
            end();
        }
    }

    private void closed(@Nullable Short status, String token) {
        socket = null;
        if (closed) {
            return;
        }
        if (status != null && status == CloseCode.TOKEN_BAD_OR_EXPIRED.code()) {
            renew(token);
        } else if (status != null && status == CloseCode.REPLACED.code()) {
            end();
        } else {
            comeBack();
        }
    }

    private void comeBack() {
        if (!closed) {
            listener.lost();
            connectLater();
        }
    }

    private void connectLater() {
        var _ = vertx.setTimer(wait, _ -> connect());
        wait = Math.min(LONGEST_WAIT_MILLIS, 2 * wait);
    }

    private void renew(String stale) {
        Future<Answer<Player>> renewal = vertx.executeBlocking(() -> user.renewToken(stale), false);
        renewal.onSuccess(answer -> {
                    switch (answer) {
                        case Answer.Granted<Player> _ -> connectLater();
                        case Answer.Refused<Player>(int status, String _, var _) when status == UNAUTHORIZED -> end();
                        case Answer.Refused<Player> _ -> comeBack();
                    }
                })
                .onFailure(_ -> comeBack());
    }

    private void end() {
        if (!closed) {
            closed = true;
            listener.ended();
            if (socket != null) {
                var _ = socket.close();
            }
        }
    }
}
