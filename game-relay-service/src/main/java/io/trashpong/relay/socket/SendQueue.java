package io.trashpong.relay.socket;

import io.trashpong.relay.meter.RelayMeters;
import io.trashpong.relay.room.Frame;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.util.HashMap;
import java.util.Map;

/**
 * What waits for one client. Paddles give way to newer ones when it reads slowly; what is part of the history is never
 * dropped, and past the bound the client is given up. Callable from any thread.
 */
final class SendQueue {
    private final ServerWebSocket socket;
    private final RelayMeters meters;
    private final Runnable onOverflow;
    private final Map<Integer, Frame.Volatile> held = new HashMap<>();
    private long queued;
    private boolean closed;

    SendQueue(ServerWebSocket socket, RelayMeters meters, Runnable onOverflow) {
        this.socket = socket;
        this.meters = meters;
        this.onOverflow = onOverflow;
    }

    synchronized void send(Frame frame) {
        if (closed) {
            return;
        }
        if (frame instanceof Frame.Volatile moving && queued > SocketLimits.COALESCE_ABOVE_BYTES) {
            if (held.put(moving.seat(), moving) != null) {
                meters.dropped();
            }
        } else if (queued + frame.size() > SocketLimits.MAX_QUEUED_BYTES) {
            onOverflow.run();
        } else {
            write(frame);
        }
    }

    /** Nothing is sent any more. */
    synchronized void close() {
        closed = true;
        held.clear();
    }

    private void write(Frame frame) {
        int size = frame.size();
        queued += size;
        meters.queued(size);
        meters.sent();
        Future<Void> written = switch (frame) {
            case Frame.Text text -> socket.writeTextMessage(text.text());
            case Frame.Binary binary -> socket.writeBinaryMessage(Buffer.buffer(binary.bytes()));
            case Frame.Volatile moving -> socket.writeBinaryMessage(Buffer.buffer(moving.bytes()));
        };
        written.onComplete(_ -> written(size));
    }

    private synchronized void written(int size) {
        queued -= size;
        meters.queued(-size);
        if (!closed && !held.isEmpty() && queued <= SocketLimits.COALESCE_ABOVE_BYTES) {
            var newest = Map.copyOf(held);
            held.clear();
            newest.values().forEach(this::write);
        }
    }
}
