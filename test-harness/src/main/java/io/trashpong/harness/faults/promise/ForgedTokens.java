package io.trashpong.harness.faults.promise;

import com.sun.net.httpserver.HttpServer;
import io.trashpong.harness.client.SeatGrant;
import io.trashpong.harness.client.User;
import io.trashpong.harness.faults.site.Asker;
import io.trashpong.harness.faults.site.BareSocket;
import io.trashpong.harness.faults.site.FaultSite;
import io.trashpong.harness.faults.site.ForgedToken;
import io.trashpong.harness.stack.Progress;
import io.trashpong.protocol.feed.RoomView;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Forged tokens at auth, lobby and relay; an address that some of them name is watched. */
record ForgedTokens() implements Trial {
    private static final Set<Integer> REFUSED = Set.of(401, 403);

    @Override
    public int number() {
        return 13;
    }

    @Override
    public String promise() {
        return "forged tokens, of user and of room";
    }

    @Override
    public List<Figure> run(FaultSite site, Scale scale, Progress progress) throws Exception {
        var fetches = new AtomicInteger();
        HttpServer trap = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        trap.createContext("/", exchange -> {
            int _ = fetches.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        trap.start();
        try (User user = User.guest(site.url(), "Forger");
                User other = User.guest(site.url(), "Other");
                Asker asker = new Asker(site.url())) {
            SeatGrant grant = user.createRoom(null, RoomView.Visibility.PRIVATE).orThrow();
            SeatGrant elsewhere =
                    other.createRoom(null, RoomView.Visibility.PRIVATE).orThrow();
            String address = "http://127.0.0.1:" + trap.getAddress().getPort() + "/keys";
            String keySet = keySet(site.url());
            var users = new ArrayList<>(ForgedToken.of(user.token(), keySet, address));
            users.add(new ForgedToken("a room ticket", grant.ticket()));
            var tickets = new ArrayList<>(ForgedToken.of(grant.ticket(), keySet, address));
            tickets.add(new ForgedToken("a user token", user.token()));
            tickets.add(new ForgedToken("another room's ticket", elsewhere.ticket()));

            var passed = new ArrayList<String>();
            for (ForgedToken forged : users) {
                for (String path : List.of("/api/auth/me", "/api/rooms?game=pong")) {
                    look(
                            "user: " + forged.how(),
                            asker.ask("GET", path, forged.token(), "").status(),
                            passed);
                }
                look("feed: " + forged.how(), upgrade(site.stack().lobby().address(), "/ws/lobby", forged), passed);
            }
            for (ForgedToken forged : tickets) {
                look("room: " + forged.how(), upgrade(site.relays().getFirst(), grant.relay(), forged), passed);
            }
            Void _ = user.deleteRoom(grant.room().id()).orThrow();
            Void _ = other.deleteRoom(elsewhere.room().id()).orThrow();
            return List.of(
                    Figure.of("kinds", "at least 30", Integer.toString(tickets.size()), tickets.size() >= 30),
                    Figure.none("not refused with 401 or 403", passed),
                    Figure.all("addresses fetched", 0, fetches.get()));
        } finally {
            trap.stop(0);
        }
    }

    private static void look(String how, int status, List<String> passed) {
        if (!REFUSED.contains(status)) {
            passed.add(how + " → " + status);
        }
    }

    private static int upgrade(URI server, String path, ForgedToken forged) throws Exception {
        try (BareSocket socket = BareSocket.open(server, path, forged.token())) {
            return socket.status();
        }
    }

    private static String keySet(URI site) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(site.resolve("/.well-known/jwks.json"))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
