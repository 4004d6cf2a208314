package io.trashpong.relay.testing;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Between a relay and Postgres: lets a COMMIT through, and when told so cuts the connection instead of its answer. */
public final class CuttingProxy {
    private final NetServer server;
    private final NetClient client;
    private final String upstreamHost;
    private final int upstreamPort;
    private final String path;
    private final AtomicBoolean armed = new AtomicBoolean();
    private final AtomicInteger cuts = new AtomicInteger();

    private CuttingProxy(Vertx vertx, String url) {
        var upstream = URI.create(url);
        upstreamHost = upstream.getHost();
        upstreamPort = upstream.getPort();
        path = upstream.getPath();
        client = vertx.createNetClient();
        server = Waiting.await(
                vertx.createNetServer().connectHandler(this::connect).listen(0, "localhost"));
    }

    public static CuttingProxy start(Vertx vertx, String url) {
        return new CuttingProxy(vertx, url);
    }

    public String url() {
        return "postgresql://localhost:" + server.actualPort() + path;
    }

    /** The next COMMIT is not answered. */
    public void cutNextAnswer() {
        armed.set(true);
    }

    public int cuts() {
        return cuts.get();
    }

    private void connect(NetSocket near) {
        near.pause();
        client.connect(upstreamPort, upstreamHost)
                .onSuccess(far -> join(near, far))
                .onFailure(_ -> end(near));
    }

    private void join(NetSocket near, NetSocket far) {
        var cutting = new AtomicBoolean();
        near.handler(bytes -> {
            if (isCommit(bytes) && armed.compareAndSet(true, false)) {
                cutting.set(true);
            }
            far.write(bytes).onFailure(_ -> end(near));
        });
        far.handler(bytes -> {
            if (cutting.get()) {
                int _ = cuts.incrementAndGet();
                end(near);
                end(far);
            } else {
                near.write(bytes).onFailure(_ -> end(far));
            }
        });
        near.closeHandler(_ -> end(far));
        far.closeHandler(_ -> end(near));
        near.resume();
    }

    private static boolean isCommit(Buffer bytes) {
        return bytes.toString(StandardCharsets.ISO_8859_1).contains("COMMIT");
    }

    private static void end(NetSocket socket) {
        socket.close().onFailure(_ -> {});
    }
}
