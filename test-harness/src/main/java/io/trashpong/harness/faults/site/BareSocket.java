package io.trashpong.harness.faults.site;

import io.trashpong.protocol.BinaryFrame;
import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.ServerMessage;
import io.trashpong.protocol.Subprotocol;
import io.trashpong.protocol.TextFrame;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket by hand (RFC 6455), on a plain socket: it may send what no client library lets through, and stop reading. One
 * thread reads; writing is safe from any.
 */
public final class BareSocket implements AutoCloseable {
    /** What stands for an end without a close frame. */
    public static final int ABNORMAL = 1006;

    public static final int TEXT = 0x1;
    public static final int BINARY = 0x2;
    public static final int CLOSE = 0x8;
    public static final int PING = 0x9;
    public static final int PONG = 0xA;

    private static final int FIN = 0x80;
    private static final int MASKED = 0x80;
    private static final int CONNECT_MILLIS = 2_000;
    private static final int MOST_FRAME_BYTES = 1 << 20;
    /** As small as the kernel allows: what a reader leaves unread is to stay at the server. */
    private static final int RECEIVE_BUFFER_BYTES = 4_096;

    private final Socket socket;
    private final DataInputStream in;
    private final int status;

    private BareSocket(Socket socket, DataInputStream in, int status) {
        this.socket = socket;
        this.in = in;
        this.status = status;
    }

    /** One frame from the server. */
    public record Frame(int opcode, ByteBuffer payload) {
        /** The message in it; empty for control frames. */
        public Optional<ServerMessage> message() {
            return switch (opcode) {
                case TEXT -> Optional.of(TextFrame.decodeServer(text()));
                case BINARY -> Optional.of(BinaryFrame.decodeServer(bytes()));
                default -> Optional.empty();
            };
        }

        private byte[] bytes() {
            var bytes = new byte[payload.remaining()];
            payload.get(payload.position(), bytes);
            return bytes;
        }

        private String text() {
            return new String(bytes(), StandardCharsets.UTF_8);
        }
    }

    /** @param token room ticket or user token; null sends none */
    public static BareSocket open(URI server, String path, @Nullable String token) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(RECEIVE_BUFFER_BYTES);
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), CONNECT_MILLIS);
        String offer = Subprotocol.TRASHPONG_V1;
        if (token != null) {
            offer += ", "
                    + URLEncoder.encode(Subprotocol.TOKEN_PREFIX + token, StandardCharsets.UTF_8)
                            .replace("+", "%20");
        }
        String request = "GET " + path + " HTTP/1.1\r\nHost: " + server.getAuthority()
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13"
                + "\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: " + offer + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        var in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        return new BareSocket(socket, in, readHead(in));
    }

    /** The HTTP status of the upgrade; 101 when this is a WebSocket now. */
    public int status() {
        return status;
    }

    public void send(ClientMessage message) throws IOException {
        switch (message) {
            case ClientMessage.Seldom seldom ->
                sendFrame(TEXT, TextFrame.encode(seldom).getBytes(StandardCharsets.UTF_8));
            case ClientMessage.Frequent frequent -> sendFrame(BINARY, BinaryFrame.encode(frequent));
        }
    }

    public void sendFrame(int opcode, byte[] payload) throws IOException {
        sendRaw(frame(FIN | opcode, payload));
    }

    public synchronized void sendRaw(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /**
     * A masked frame; the mask is zero, which RFC 6455 allows.
     *
     * @param first its first byte: bits and opcode
     */
    public static byte[] frame(int first, byte[] payload) {
        var bytes = ByteBuffer.allocate(payload.length + 14).put((byte) first);
        if (payload.length < 126) {
            bytes.put((byte) (MASKED | payload.length));
        } else if (payload.length < 1 << 16) {
            bytes.put((byte) (MASKED | 126)).putShort((short) payload.length);
        } else {
            bytes.put((byte) (MASKED | 127)).putLong(payload.length);
        }
        bytes.putInt(0).put(payload).flip();
        var frame = new byte[bytes.remaining()];
        bytes.get(frame);
        return frame;
    }

    /**
     * @return empty when nothing came in time
     * @throws IOException at the end, however it came
     */
    public Optional<Frame> read(int patienceMillis) throws IOException {
        socket.setSoTimeout(Math.max(1, patienceMillis));
        int first;
        try {
            first = in.readUnsignedByte();
        } catch (SocketTimeoutException nothing) {
            return Optional.empty();
        }
        long length = in.readUnsignedByte();
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        if (length > MOST_FRAME_BYTES) {
            throw new IOException("a frame of " + length + " bytes");
        }
        return Optional.of(new Frame(first & 0xF, ByteBuffer.wrap(in.readNBytes((int) length))));
    }

    /**
     * Reads until the server closes, and answers its pings.
     *
     * @return the code; 1006 for an end without one; -1 when there was no end in time
     */
    public int awaitClose(int patienceMillis) throws IOException {
        long deadline = System.nanoTime() + patienceMillis * 1_000_000L;
        try {
            for (long left = patienceMillis; left > 0; left = (deadline - System.nanoTime()) / 1_000_000) {
                Frame frame = read((int) left).orElse(null);
                if (frame != null && frame.opcode() == CLOSE) {
                    return frame.payload().remaining() < 2
                            ? ABNORMAL
                            : Short.toUnsignedInt(frame.payload().getShort());
                }
                if (frame != null && frame.opcode() == PING) {
                    sendFrame(PONG, frame.bytes());
                }
            }
            return -1;
        } catch (SocketTimeoutException inTheMiddleOfAFrame) {
            return -1;
        } catch (IOException gone) {
            return ABNORMAL;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static int readHead(DataInputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("closed during the upgrade");
            }
            head.append((char) next);
        }
        return Integer.parseInt(head.substring("HTTP/1.1 ".length(), "HTTP/1.1 ".length() + 3));
    }
}
