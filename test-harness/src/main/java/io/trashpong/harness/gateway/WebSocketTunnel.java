package io.trashpong.harness.gateway;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.util.List;

/**
 * Passes a WebSocket through byte by byte, so that close codes, pings and compression are between browser and service alone.
 * The proxy library can do this too, but without back-pressure (a reader that stops reading would fill this process) and
 * without the headers of a refusal.
 */
final class WebSocketTunnel {
    private static final long CONNECT_MILLIS = 1_000;

    private final HttpClient http;

    WebSocketTunnel(HttpClient http) {
        this.http = http;
    }

    /** @param addresses where to try, in this order; the next one only while no connection is had */
    void open(HttpServerRequest request, List<URI> addresses) {
        request.pause();
        connect(request, addresses, 0)
                .compose(outgoing -> {
                    outgoing.headers().setAll(request.headers());
                    // Also told when the service's side ends later on, which the pipes see by themselves.
                    outgoing.exceptionHandler(e -> {});
                    return outgoing.connect();
                })
                .onSuccess(answer -> {
                    if (answer.statusCode() == 101) {
                        join(request, answer);
                    } else {
                        refuse(request, answer);
                    }
                })
                .onFailure(e -> {
                    request.resume();
                    Problem.UNAVAILABLE.send(request.response());
                });
    }

    private Future<HttpClientRequest> connect(HttpServerRequest request, List<URI> addresses, int index) {
        URI address = addresses.get(index);
        var options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost(address.getHost())
                .setPort(address.getPort())
                .setURI(request.uri())
                .setConnectTimeout(CONNECT_MILLIS);
        return http.request(options)
                .recover(e ->
                        index + 1 < addresses.size() ? connect(request, addresses, index + 1) : Future.failedFuture(e));
    }

    private static void join(HttpServerRequest request, HttpClientResponse answer) {
        NetSocket service = answer.netSocket();
        service.pause();
        request.response().setStatusCode(101).headers().setAll(answer.headers());
        request.toNetSocket()
                .onSuccess(browser -> {
                    pipe(browser, service);
                    pipe(service, browser);
                })
                .onFailure(e -> service.close());
    }

    /** Until one side ends or breaks; then the other is closed too. */
    private static void pipe(NetSocket from, NetSocket to) {
        from.exceptionHandler(e -> from.close());
        from.pipeTo(to).onComplete(done -> to.close());
    }

    private static void refuse(HttpServerRequest request, HttpClientResponse answer) {
        var response = request.response().setStatusCode(answer.statusCode());
        answer.headers().forEach((name, value) -> {
            if (!name.equalsIgnoreCase("Transfer-Encoding") && !name.equalsIgnoreCase("Connection")) {
                response.putHeader(name, value);
            }
        });
        request.resume();
        answer.body().onSuccess(response::end).onFailure(e -> response.reset());
    }
}
