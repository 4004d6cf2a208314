package io.trashpong.harness.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The one address a browser knows. It adds what a proxy in front of the services adds, and decides nothing else. */
public final class Gateway implements AutoCloseable {
    private static final int MAX_BODY_BYTES = 64 * 1024;
    private static final int MAX_HEADER_BYTES = 16 * 1024;
    private static final int MAX_URL_BYTES = 4 * 1024;
    private static final int MAX_CONNECTIONS_TO_A_SERVICE = 256;
    private static final int MAX_WAITING_REQUESTS = 512;
    private static final Duration IDLE = Duration.ofMinutes(2);
    private static final long CONNECT_MILLIS = 1_000;
    private static final long ANSWER_MILLIS = 10_000;
    private static final long CLOSE_SECONDS = 5;

    private final Vertx vertx;
    private final int port;
    private final Upstreams upstreams;
    private final RelayChooser chooser;
    private final WebClientFiles files;
    private final HttpProxy auth;
    private final HttpProxy lobby;
    private final WebSocketTunnel tunnel;

    private Gateway(Vertx vertx, int port, Upstreams upstreams, RelayChooser chooser, Path webClient) {
        this.vertx = vertx;
        this.port = port;
        this.upstreams = upstreams;
        this.chooser = chooser;
        files = new WebClientFiles(webClient);
        HttpClient http = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(MAX_CONNECTIONS_TO_A_SERVICE)
                .setMaxWaitQueueSize(MAX_WAITING_REQUESTS)
                .setConnectTimeout((int) CONNECT_MILLIS));
        auth = proxyTo(http, upstreams.auth());
        lobby = proxyTo(http, upstreams.lobby());
        tunnel = new WebSocketTunnel(http);
    }

    /** Listens on all interfaces, so that a phone in the same network can join, and returns when it does. */
    public static Gateway start(int port, Upstreams upstreams, RelayChooser chooser, Path webClient) {
        var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2).setWorkerPoolSize(4));
        var gateway = new Gateway(vertx, port, upstreams, chooser, webClient);
        var options = new HttpServerOptions()
                .setHttp2ClearTextEnabled(false)
                .setMaxHeaderSize(MAX_HEADER_BYTES)
                .setMaxInitialLineLength(MAX_URL_BYTES)
                .setIdleTimeout((int) IDLE.toSeconds());
        Future<?> listening =
                vertx.createHttpServer(options).requestHandler(gateway::handle).listen(port);
        await(listening);
        return gateway;
    }

    public URI url() {
        return URI.create("http://localhost:" + port);
    }

    @Override
    public void close() {
        await(vertx.close());
    }

    private void handle(HttpServerRequest request) {
        SecurityHeaders.add(request.response().headers());
        request.headers()
                .set("X-Forwarded-For", request.remoteAddress().hostAddress())
                .set("X-Forwarded-Proto", "http")
                .set("X-Forwarded-Host", request.getHeader(HttpHeaders.HOST) == null ? "" : request.getHeader("Host"));
        if (declaredLength(request) > MAX_BODY_BYTES) {
            Problem.BODY_TOO_LARGE.send(request.response());
            return;
        }
        switch (Route.of(request.path())) {
            case Route.Api(Route.Upstream upstream) -> (upstream == Route.Upstream.AUTH ? auth : lobby).handle(request);
            case Route.Feed _ -> socket(request, List.of(upstreams.lobby()));
            case Route.Room _ ->
                socket(
                        request,
                        chooser.order(upstreams.relays().size()).stream()
                                .map(upstreams.relays()::get)
                                .toList());
            case Route.File(String path) -> files.serve(request, path);
            case Route.Refused _ -> Problem.NOT_FOUND.send(request.response());
        }
    }

    private void socket(HttpServerRequest request, List<URI> addresses) {
        if ("websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))) {
            tunnel.open(request, addresses);
        } else {
            Problem.UPGRADE_REQUIRED.send(request.response());
        }
    }

    private static HttpProxy proxyTo(HttpClient http, URI service) {
        var options = new RequestOptions()
                .setHost(service.getHost())
                .setPort(service.getPort())
                .setConnectTimeout(CONNECT_MILLIS)
                .setIdleTimeout(ANSWER_MILLIS);
        return HttpProxy.reverseProxy(http)
                .origin(context -> http.request(new RequestOptions(options)))
                .addInterceptor(new AnswerForTheAbsent());
    }

    /** The proxy alone would answer 502 and not say when to come back. */
    private static final class AnswerForTheAbsent implements ProxyInterceptor {
        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            return context.sendRequest()
                    .recover(e -> Future.succeededFuture(Problem.UNAVAILABLE.replace(
                            context.request().release().response())));
        }
    }

    private static long declaredLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private static void await(Future<?> future) {
        try {
            future.toCompletionStage().toCompletableFuture().get(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the gateway", e);
        }
    }
}
