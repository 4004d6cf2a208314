package io.trashpong.harness.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** TCP ports of the loopback interface that were free a moment ago. */
final class FreePorts {
    private FreePorts() {}

    /** Distinct ports, chosen by the operating system. */
    static List<Integer> take(int count) {
        var sockets = new ArrayList<ServerSocket>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw new StackFailure("The operating system gives no free port: " + e.getMessage(), e);
        } finally {
            sockets.forEach(FreePorts::close);
        }
    }

    /** @throws StackFailure when somebody listens on {@code port} */
    static void demand(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
        } catch (IOException e) {
            throw new StackFailure(
                    "Port " + port
                            + " is taken by another program. Stop that, or choose another: ./trashpong up --port "
                            + (port == 65_535 ? port - 1 : port + 1),
                    e);
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new StackFailure("can't release port " + socket.getLocalPort(), e);
        }
    }
}
