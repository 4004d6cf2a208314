package io.trashpong.lobby.http;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.trashpong.lobby.testing.Freeze;
import io.trashpong.lobby.testing.LobbySurroundings;
import io.trashpong.lobby.testing.TestPlayer;
import io.trashpong.protocol.MatchId;
import io.trashpong.protocol.PlayerId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LobbySurroundings.class)
class FrozenPostgresTest {
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(3);
    private static final Duration HEALTHY_WITHIN = Duration.ofSeconds(2);
    /** Together more of each kind than there are connections, in any pool. */
    private static final int CALLERS = 5;

    private static final int ROUNDS = 2;

    private final List<TestPlayer> callers =
            Collections.nCopies(CALLERS, "Ana").stream().map(TestPlayer::named).toList();
    private final JsonNode shown =
            TestPlayer.named("Owner").createRoom("public").body().path("room");
    private final String room = shown.path("id").asText();
    private final List<Call> calls = List.of(
            new Call("GET", "/api/rooms", ""),
            new Call("GET", "/api/rooms?code=" + shown.path("code").asText(), ""),
            new Call("GET", "/api/rooms/" + room, ""),
            new Call("POST", "/api/rooms", "{\"game\":\"pong\",\"visibility\":\"public\"}"),
            new Call("PATCH", "/api/rooms/" + room, "{\"title\":\"Mine\"}"),
            new Call("DELETE", "/api/rooms/" + room, ""),
            new Call("POST", "/api/rooms/" + room + "/seats", ""),
            new Call("DELETE", "/api/rooms/" + room + "/seats/me", ""),
            new Call("POST", "/api/rooms/quick", "{\"game\":\"pong\"}"),
            new Call("GET", "/api/leaderboard?game=pong", ""),
            new Call("GET", "/api/matches/" + MatchId.random(), ""),
            new Call("GET", "/api/players/" + PlayerId.random() + "/matches", ""),
            new Call("GET", "/api/blocks", ""),
            new Call("PUT", "/api/blocks/" + PlayerId.random(), ""),
            new Call("DELETE", "/api/blocks/" + PlayerId.random(), ""),
            new Call("GET", "/api/invitations", ""),
            new Call("POST", "/api/invitations/" + MatchId.random() + "/accept", ""),
            new Call("POST", "/api/invitations/" + MatchId.random() + "/decline", ""),
            new Call("DELETE", "/api/invitations/" + MatchId.random(), ""));

    @Test
    void every_request_is_told_in_time_to_come_back_and_soon_after_the_thaw_all_is_well() {
        // What the first call of a kind costs, loading classes, is not what is asked here.
        var _ = callAll();
        var freeze = Freeze.begin();
        try {
            for (int round = 0; round < ROUNDS; round++) {
                assertEquals(List.of(), faults(callAll(), true));
            }
        } finally {
            freeze.end();
        }
        await().atMost(HEALTHY_WITHIN).until(() -> faults(callAll(), false).isEmpty());
    }

    private List<Answered> callAll() {
        var answers = new ArrayList<CompletableFuture<Answered>>();
        for (Call call : calls) {
            for (TestPlayer caller : callers) {
                long begun = System.nanoTime();
                answers.add(caller.callAsync(call.method(), call.path(), call.body())
                        .thenApply(answer -> new Answered(
                                call,
                                answer.status(),
                                answer.comeBack(),
                                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun))));
            }
        }
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private static List<Answered> faults(List<Answered> answers, boolean frozen) {
        return answers.stream()
                .filter(answer -> frozen
                        ? answer.status() != 503 || !answer.comeBack() || answer.millis() > ANSWERED_WITHIN.toMillis()
                        : answer.status() >= 500)
                .toList();
    }

    private record Call(String method, String path, String body) {}

    private record Answered(Call call, int status, boolean comeBack, long millis) {}
}
