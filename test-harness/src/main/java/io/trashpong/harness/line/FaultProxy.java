package io.trashpong.harness.line;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A TCP line to a server that misbehaves on demand: it delays, falls silent, resets, stops reading, or cuts a connection at
 * what passes. Its client connects to {@link #port} in the server's place. Callable from any thread.
 */
public final class FaultProxy implements AutoCloseable {
    private static final int CONNECT_MILLIS = 2_000;
    private static final int BACKLOG = 256;

    private final ServerSocket listening;
    private final Supplier<InetSocketAddress> servers;
    private final Supplier<Tap> taps;
    private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();
    /** Shut while nothing may pass, either way. */
    private final Gate line = new Gate();
    /** Shut while what the server sends is not even read. */
    private final Gate reading = new Gate();

    private volatile LongSupplier delayNanos = () -> 0;

    private FaultProxy(ServerSocket listening, Supplier<InetSocketAddress> servers, Supplier<Tap> taps) {
        this.listening = listening;
        this.servers = servers;
        this.taps = taps;
    }

    /** @param port of the server on the loopback interface */
    public static FaultProxy open(int port) {
        return open(port, () -> Tap.NONE);
    }

    /** @param taps asked for one for each connection */
    public static FaultProxy open(int port, Supplier<Tap> taps) {
        var server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        return open(() -> server, taps);
    }

    /** @param server anywhere, {@code http://host:port} */
    public static FaultProxy open(URI server) {
        var address = new InetSocketAddress(server.getHost(), server.getPort());
        return open(() -> address, () -> Tap.NONE);
    }

    /** @param servers asked for each connection where it goes, as the address of a cluster's service does */
    public static FaultProxy open(Supplier<InetSocketAddress> servers) {
        return open(servers, () -> Tap.NONE);
    }

    private static FaultProxy open(Supplier<InetSocketAddress> servers, Supplier<Tap> taps) {
        try {
            var listening = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
            var proxy = new FaultProxy(listening, servers, taps);
            Thread.ofVirtual().name("line-" + listening.getLocalPort()).start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException("no line can be opened", e);
        }
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** In place of the server's own address, {@code http://127.0.0.1:port}. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** @param nanos asked for each chunk, each way; bytes keep their order whatever it says */
    public void delay(LongSupplier nanos) {
        delayNanos = nanos;
    }

    /**
     * From now on nothing passes and nobody is told, as when a network is gone. TCP keeps what it has, so all of it arrives
     * after {@link #heal}, ends of connections too; a new connection is taken and then hears nothing.
     */
    public void blackHole() {
        line.set(false);
    }

    /** The server's bytes are not taken any more: its buffers fill, as with a client that has stopped reading. */
    public void stopReading() {
        reading.set(false);
    }

    /** Ends black hole and stopped reading. */
    public void heal() {
        line.set(true);
        reading.set(true);
    }

    /** Resets (RST) every connection there is; new ones are taken. */
    public void reset() {
        connections.forEach(ProxiedConnection::reset);
    }

    public int connections() {
        return connections.size();
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a line does not close", e);
        } finally {
            reset();
            heal();
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        var far = new Socket();
        try {
            client.setTcpNoDelay(true);
            line.pass();
            far.setTcpNoDelay(true);
            far.connect(servers.get(), CONNECT_MILLIS);
            var connection = new ProxiedConnection(client, far, taps.get());
            connections.add(connection);
            connection.carry(line, reading, () -> delayNanos.getAsLong(), () -> connections.remove(connection));
            if (listening.isClosed()) {
                connection.reset();
            }
        } catch (IOException unreachable) {
            ProxiedConnection.reset(client);
            ProxiedConnection.reset(far);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
