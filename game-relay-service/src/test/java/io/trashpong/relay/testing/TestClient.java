package io.trashpong.relay.testing;

import io.trashpong.contract.FrameCheck.Sender;
import io.trashpong.protocol.BinaryFrame;
import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.ServerMessage;
import io.trashpong.protocol.Subprotocol;
import io.trashpong.protocol.TextFrame;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A client of a room, with all it has heard. */
@CanIgnoreReturnValue
public final class TestClient {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final WebSocket socket;
    private final List<ServerMessage> heard = new CopyOnWriteArrayList<>();
    private final List<Consumer<ServerMessage>> listeners = new CopyOnWriteArrayList<>();
    private volatile int closeCode;

    private TestClient(WebSocket socket) {
        this.socket = socket;
        socket.textMessageHandler(text -> {
            UndocumentedFrames.check(Sender.ROOM, text);
            hear(TextFrame.decodeServer(text));
        });
        socket.binaryMessageHandler(frame -> {
            UndocumentedFrames.check(Sender.ROOM, frame.getBytes());
            hear(BinaryFrame.decodeServer(frame.getBytes()));
        });
        socket.exceptionHandler(_ -> {});
        socket.closeHandler(_ -> {
            Short code = socket.closeStatusCode();
            closeCode = code == null ? 1006 : code;
        });
    }

    /** @param ticket null to come without */
    public static Future<TestClient> connect(Vertx vertx, int port, RoomId room, @Nullable String ticket) {
        var options = options(port, room, ticket);
        return vertx.createWebSocketClient().connect(options).map(TestClient::new);
    }

    public static WebSocketConnectOptions options(int port, RoomId room, @Nullable String ticket) {
        var options = new WebSocketConnectOptions()
                .setAllowOriginHeader(false)
                .setHost("localhost")
                .setPort(port)
                .setURI("/ws/rooms/" + room)
                .addSubProtocol(Subprotocol.TRASHPONG_V1);
        if (ticket != null) {
            String token = URLEncoder.encode(Subprotocol.TOKEN_PREFIX + ticket, StandardCharsets.UTF_8)
                    .replace("+", "%20");
            options.addSubProtocol(token);
        }
        return options;
    }

    public TestClient hello() {
        return say(new ClientMessage.Hello(null));
    }

    public TestClient say(ClientMessage message) {
        Future<Void> written = switch (message) {
            case ClientMessage.Seldom seldom -> {
                String text = TextFrame.encode(seldom);
                UndocumentedFrames.check(Sender.CLIENT, text);
                yield socket.writeTextMessage(text);
            }
            case ClientMessage.Frequent frequent -> {
                byte[] frame = BinaryFrame.encode(frequent);
                UndocumentedFrames.check(Sender.CLIENT, frame);
                yield socket.writeBinaryMessage(Buffer.buffer(frame));
            }
        };
        written.onFailure(_ -> {});
        return this;
    }

    /** Calls it with each message that comes from now on, on the client's event loop. */
    public void onEach(Consumer<ServerMessage> listener) {
        listeners.add(listener);
    }

    public WebSocket socket() {
        return socket;
    }

    public List<ServerMessage> heard() {
        return heard;
    }

    public <T extends ServerMessage> List<T> all(Class<T> type) {
        return heard.stream().filter(type::isInstance).map(type::cast).toList();
    }

    public <T extends ServerMessage> T await(Class<T> type) {
        return await(type, _ -> true);
    }

    /** The first such message, heard already or to come. */
    public <T extends ServerMessage> T await(Class<T> type, Predicate<T> which) {
        return Awaitility.await(type.getSimpleName() + " among " + heard)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> all(type).stream().filter(which).findFirst(), found -> found.isPresent())
                .orElseThrow();
    }

    public int awaitClose() {
        Awaitility.await("the close")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> closeCode != 0);
        return closeCode;
    }

    /** 0 while it is open. */
    public int closeCode() {
        return closeCode;
    }

    /** Drops the connection without a word. */
    public void vanish() {
        socket.close().onFailure(_ -> {});
    }

    private void hear(ServerMessage message) {
        heard.add(message);
        listeners.forEach(listener -> listener.accept(message));
    }
}
