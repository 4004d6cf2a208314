package io.trashpong.harness.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trashpong.harness.client.Answer;
import io.trashpong.harness.client.LobbyFeed;
import io.trashpong.harness.client.Password;
import io.trashpong.harness.client.RoomClient;
import io.trashpong.harness.client.SeatGrant;
import io.trashpong.harness.client.Trust;
import io.trashpong.harness.client.User;
import io.trashpong.harness.e2e.RunningStack.Site;
import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.ServerMessage;
import io.trashpong.protocol.feed.RoomView;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the services of a running stack write down, and what they never do. */
@ExtendWith(RunningStack.class)
class EventLogTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Pattern FORM = Pattern.compile("event=[a-z-]+( [a-z]+=[A-Za-z0-9_.:/,-]+)*");
    private static final Password GOOD = new Password("Zapfenstreich bei Nebel");
    private static final Password WRONG = new Password("Zapfenstreich bei Sonne");
    private static final Password NEXT = new Password("Zapfenstreich bei Sturm");

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() throws Exception {
        get(vertx.close());
    }

    @Test
    void each_service_tells_what_happens_in_fields_and_gives_no_secret_away(Site site) throws Exception {
        var secrets = new ArrayList<>(List.of(GOOD.value(), WRONG.value(), NEXT.value()));
        try (User guest = User.guest(site.url(), "Rosalind");
                User account = User.createAccount(site.url(), Trust.MACHINE, "Franklin", GOOD)
                        .orThrow()) {
            secrets.add(account.token());
            assertTrue(refused(User.logIn(site.url(), Trust.MACHINE, "Franklin", WRONG)));
            var _ = account.changePassword(GOOD, NEXT).orThrow();
            account.renewToken();
            secrets.addAll(List.of(account.token(), guest.token()));
            LobbyFeed feed = get(LobbyFeed.open(vertx, account));

            SeatGrant left = guest.createRoom(null, RoomView.Visibility.PRIVATE).orThrow();
            SeatGrant right =
                    account.takeSeat(left.room().id(), left.room().code()).orThrow();
            secrets.addAll(List.of(left.ticket(), right.ticket()));
            var served = new CompletableFuture<ServerMessage>();
            RoomClient first = RoomClient.open(vertx, site.url(), left, message -> {
                if (message instanceof ServerMessage.LegStarted) {
                    served.complete(message);
                }
            });
            RoomClient second = RoomClient.open(vertx, site.url(), right, _ -> {});
            secrets.add(get(first.welcomed()).resumeSecret());
            secrets.add(get(second.welcomed()).resumeSecret());
            first.send(new ClientMessage.Ready());
            second.send(new ClientMessage.Ready());
            var _ = served.get(SOON.toSeconds(), TimeUnit.SECONDS);
            second.send(new ClientMessage.Leave());
            feed.close();

            var logs = ServiceLogs.of(site.stack());
            String room = " room=" + left.room().id();
            String player = " player=" + account.player().id();
            awaitLines(logs, "auth", "event=server-start service=auth");
            awaitLines(logs, "auth", "event=account-created from=nothing" + player, "event=password-changed" + player);
            awaitLines(logs, "auth", "event=login-failed reason=credentials-wrong source=127.0.0.0/24");
            awaitLines(
                    logs,
                    "auth",
                    "event=login kind=guest player=" + guest.player().id());
            awaitLines(
                    logs, "lobby", "event=server-start service=lobby", "event=disconnect", "event=room-created" + room);
            awaitLines(
                    logs,
                    "relay-",
                    "event=server-start service=relay",
                    "event=connect" + room,
                    "event=disconnect" + room);
            awaitLines(logs, "relay-", "event=match-start" + room, "event=match-end" + room);
            for (String replica : List.of("auth", "lobby", "relay-")) {
                logs.events(replica)
                        .forEach(line -> assertTrue(FORM.matcher(line).matches(), line));
            }
            assertEquals(List.of(), logs.secrets(secrets));
        }
    }

    private static boolean refused(Answer<User> answer) {
        return answer instanceof Answer.Refused<User>;
    }

    private static void awaitLines(ServiceLogs logs, String replica, String... beginnings) {
        for (String beginning : beginnings) {
            await(beginning)
                    .atMost(SOON)
                    .until(() -> logs.events(replica).stream().anyMatch(line -> line.startsWith(beginning)));
        }
    }

    private static <T> T get(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
}
