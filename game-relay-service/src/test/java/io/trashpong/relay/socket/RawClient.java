package io.trashpong.relay.socket;

import io.trashpong.protocol.Subprotocol;
import io.trashpong.relay.testing.RunningRelay;
import io.trashpong.relay.testing.Table;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A WebSocket on a plain socket that keeps to nothing: it answers no ping, and sends what it likes. */
record RawClient(Socket socket, DataInputStream in) implements AutoCloseable {
    private static final int CLOSE_FRAME = 0x88;
    private static final int TEXT_FRAME = 0x81;
    private static final int MASKED = 0x80;

    /** Let in, and has said hello. */
    static RawClient enter(RunningRelay relay, Table table, String ticket) throws IOException {
        var socket = new Socket("localhost", relay.port());
        String token = URLEncoder.encode(Subprotocol.TOKEN_PREFIX + ticket, StandardCharsets.UTF_8)
                .replace("+", "%20");
        String request =
                """
                GET /ws/rooms/%s HTTP/1.1
                Host: localhost
                Upgrade: websocket
                Connection: Upgrade
                Sec-WebSocket-Version: 13
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
                Sec-WebSocket-Protocol: %s, %s

                """.formatted(table.room(), Subprotocol.TRASHPONG_V1, token).replace("\n", "\r\n");
        var client = new RawClient(socket, new DataInputStream(socket.getInputStream()));
        client.out().write(request.getBytes(StandardCharsets.US_ASCII));
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) client.in.readUnsignedByte());
        }
        client.out().write(frame(TEXT_FRAME, "{\"type\":\"hello\"}".getBytes(StandardCharsets.UTF_8)));
        return client;
    }

    /** A short frame; the mask is four zero bytes, so the payload stays as it is. */
    static byte[] frame(int kind, byte[] payload) {
        return ByteBuffer.allocate(6 + payload.length)
                .put((byte) kind)
                .put((byte) (MASKED | payload.length))
                .putInt(0)
                .put(payload)
                .array();
    }

    OutputStream out() throws IOException {
        return socket.getOutputStream();
    }

    /** Reads on and answers nothing until the server closes. */
    int closeCode() throws IOException {
        while (true) {
            int kind = in.readUnsignedByte();
            int length = in.readUnsignedByte();
            if (length == 126) {
                length = in.readUnsignedShort();
            }
            if (kind == CLOSE_FRAME) {
                return in.readUnsignedShort();
            }
            in.skipNBytes(length);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
