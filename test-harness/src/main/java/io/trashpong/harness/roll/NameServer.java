package io.trashpong.harness.roll;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Supplier;

/**
 * Tells nginx where the replicas are, as Docker's and Kubernetes's name servers do: the IPv4 addresses of a few names, by UDP
 * (RFC 1035), anew for each question.
 */
final class NameServer implements AutoCloseable {
    private static final int QUESTION_BYTES = 512;
    private static final int HEADER_BYTES = 12;
    private static final int FLAG_ANSWER = 0x8400;
    private static final int FLAG_RECURSION_WANTED = 0x0100;
    private static final int NO_SUCH_NAME = 3;
    private static final short TYPE_A = 1;
    private static final short CLASS_INTERNET = 1;
    /** A pointer to the name of the question, just behind the header. */
    private static final short NAME_OF_QUESTION = (short) 0xC00C;

    private static final int TTL_SECONDS = 1;
    /** Of an answer, before its address. */
    private static final int RECORD_BYTES = 12;

    private static final short ADDRESS_BYTES = 4;

    private final DatagramSocket socket;
    private final Map<String, Supplier<List<InetAddress>>> names;

    private NameServer(DatagramSocket socket, Map<String, Supplier<List<InetAddress>>> names) {
        this.socket = socket;
        this.names = Map.copyOf(names);
    }

    /** @param names each with its addresses, all IPv4 */
    static NameServer start(Map<String, Supplier<List<InetAddress>>> names) {
        try {
            var socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            var server = new NameServer(socket, names);
            Thread.ofVirtual().name("names").start(server::serve);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("no name server can be started", e);
        }
    }

    /** {@code 127.0.0.1:port}. */
    String address() {
        return socket.getLocalAddress().getHostAddress() + ":" + socket.getLocalPort();
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                var packet = new DatagramPacket(new byte[QUESTION_BYTES], QUESTION_BYTES);
                socket.receive(packet);
                byte[] answer = answer(Arrays.copyOf(packet.getData(), packet.getLength()));
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (BufferUnderflowException noQuestion) {
                // Who asks so gets no answer.
            } catch (IOException closed) {
                return;
            }
        }
    }

    private byte[] answer(byte[] packet) {
        var question = ByteBuffer.wrap(packet);
        short id = question.getShort();
        int flags = question.getShort();
        question.position(HEADER_BYTES);
        String name = name(question);
        short type = question.getShort();
        short _ = question.getShort();
        Supplier<List<InetAddress>> known = names.get(name);
        // Of other types than A there is nothing, which is no error.
        List<InetAddress> addresses = known == null || type != TYPE_A ? List.of() : known.get();

        var answer = ByteBuffer.allocate(question.position() + addresses.size() * (RECORD_BYTES + ADDRESS_BYTES));
        answer.putShort(id)
                .putShort((short) (FLAG_ANSWER | (flags & FLAG_RECURSION_WANTED) | (known == null ? NO_SUCH_NAME : 0)))
                .putShort((short) 1)
                .putShort((short) addresses.size())
                .putInt(0)
                .put(packet, HEADER_BYTES, question.position() - HEADER_BYTES);
        for (InetAddress address : addresses) {
            answer.putShort(NAME_OF_QUESTION)
                    .putShort(TYPE_A)
                    .putShort(CLASS_INTERNET)
                    .putInt(TTL_SECONDS)
                    .putShort(ADDRESS_BYTES)
                    .put(address.getAddress());
        }
        return answer.array();
    }

    private static String name(ByteBuffer question) {
        var name = new StringJoiner(".");
        for (int length = question.get(); length > 0; length = question.get()) {
            var label = new byte[length];
            question.get(label);
            name.add(new String(label, StandardCharsets.US_ASCII));
        }
        return name.toString();
    }
}
