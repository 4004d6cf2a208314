package io.trashpong.harness.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketFrame;

/** Counts what a page says to its room and hears from it. To be attached before the page opens a room. */
final class RoomTraffic {
    private long sent;
    private long received;
    private long sentBytes;
    private long receivedBytes;

    /** Messages and their payloads in bytes, both ways, since the page was opened. */
    record Count(long sent, long received, long sentBytes, long receivedBytes) {
        Count plus(Count other) {
            return new Count(
                    sent + other.sent,
                    received + other.received,
                    sentBytes + other.sentBytes,
                    receivedBytes + other.receivedBytes);
        }

        Count minus(Count other) {
            return plus(new Count(-other.sent, -other.received, -other.sentBytes, -other.receivedBytes));
        }
    }

    private RoomTraffic() {}

    static RoomTraffic of(Page page) {
        var traffic = new RoomTraffic();
        page.onWebSocket(socket -> {
            if (socket.url().contains("/ws/rooms/")) {
                socket.onFrameSent(frame -> {
                    traffic.sent++;
                    traffic.sentBytes += length(frame);
                });
                socket.onFrameReceived(frame -> {
                    traffic.received++;
                    traffic.receivedBytes += length(frame);
                });
            }
        });
        return traffic;
    }

    Count count() {
        return new Count(sent, received, sentBytes, receivedBytes);
    }

    private static long length(WebSocketFrame frame) {
        byte[] bytes = frame.binary();
        return bytes == null ? frame.text().length() : bytes.length;
    }
}
