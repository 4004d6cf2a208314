package io.trashpong.lobby.match;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.trashpong.lobby.testing.Database;
import io.trashpong.lobby.testing.LobbySurroundings;
import io.trashpong.lobby.testing.OtherService;
import io.trashpong.lobby.testing.TestPlayer;
import io.trashpong.protocol.FairnessReceipt;
import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.MatchId;
import io.trashpong.protocol.MatchResult;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.TextFrame;
import io.trashpong.protocol.TurnReceipt;
import io.trashpong.protocol.event.RelayEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LobbySurroundings.class)
class StandingsTest {
    private static final OtherService RELAY = OtherService.relay();
    private static final FairnessReceipt RECEIPT = new FairnessReceipt(
            List.of(new FairnessReceipt.Side(1, 2, 3, 4, 5), new FairnessReceipt.Side(6, 7, 8, 9, 10)), 11, 12);
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T10:00:00Z");

    private final TestPlayer ana = TestPlayer.named("Ana");
    private final TestPlayer ben = TestPlayer.named("Ben");

    @AfterAll
    static void stop_the_relay() {
        RELAY.close();
    }

    @Test
    void a_match_of_this_week_counts_in_both_periods_and_an_old_one_of_all_time_only() {
        tell(MatchId.random(), 0, LONG_AGO);
        tell(MatchId.random(), 1, Instant.now());
        awaitMatches(2);
        var all = leaderboard("all").getMap("me");
        var week = leaderboard("week").getMap("me");
        assertEquals(List.of(3, 2, 1), List.of(all.get("points"), all.get("matches"), all.get("wins")));
        assertEquals(List.of(0, 1, 0), List.of(week.get("points"), week.get("matches"), week.get("wins")));
    }

    @Test
    void my_rank_is_told_even_when_i_am_not_among_the_best() {
        for (int i = 0; i < 3; i++) {
            tell(MatchId.random(), 0, Instant.now());
        }
        awaitMatches(3);
        int better = Integer.parseInt(Database.query(
                        "SELECT count(*) FROM lobby.standing WHERE game = 'pong' AND period = 'all' AND points > 9")
                .getFirst());
        given().auth()
                .oauth2(ana.token())
                .get("/api/leaderboard?game=pong&limit=1")
                .then()
                .statusCode(200)
                .body("entries.size()", equalTo(1))
                .body("me.rank", equalTo(better + 1))
                .body("me.player.id", equalTo(ana.id().value()))
                .body("me.rating.provisional", equalTo(true));
        given().auth()
                .oauth2(TestPlayer.named("New").token())
                .get("/api/leaderboard?game=pong&period=week")
                .then()
                .statusCode(200)
                .body("me", nullValue());
        given().auth()
                .oauth2(ana.token())
                .get("/api/leaderboard?game=pong&period=month")
                .then()
                .statusCode(400)
                .body("code", equalTo("bad-request"));
    }

    @Test
    void ratings_move_once_however_often_a_match_is_told() {
        var match = play(0, Instant.now());
        awaitMatches(1);
        var once = ratings();
        tell(match, 0, Instant.now());
        tell(match, 0, Instant.now());
        tell(MatchId.random(), null, Instant.now());
        awaitMatches(2);
        // Two who were never rated: by the paper's formulas 1500 becomes 1662 and 1338, with deviations of 290.
        assertEquals(List.of("1662 290", "1338 290"), once);
        given().auth()
                .oauth2(ana.token())
                .get("/api/matches/" + match)
                .then()
                .statusCode(200)
                .body("ratings.before", equalTo(List.of(1500, 1500)))
                .body("ratings.after", equalTo(List.of(1662, 1338)))
                .body("seconds", equalTo(90))
                .body("receipt.longestRally", equalTo(12));
    }

    @Test
    void a_history_is_read_page_by_page_the_last_match_first() {
        var played = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            played.addFirst(play(i % 2, LONG_AGO.plusSeconds(600L * i)).value());
        }
        awaitMatches(5);
        var seen = new ArrayList<String>();
        var path = "/api/players/" + ben.id() + "/matches?game=pong&limit=2";
        for (String next = ""; next != null; ) {
            var page = given().auth()
                    .oauth2(ana.token())
                    .queryParams(next.isEmpty() ? Map.of() : Map.of("after", next))
                    .get(path)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("matches.id"));
            next = page.getString("next");
        }
        assertEquals(played, seen);
        given().auth()
                .oauth2(ana.token())
                .get("/api/players/" + ben.id() + "/matches?after=nonsense")
                .then()
                .statusCode(400);
        given().auth()
                .oauth2(ana.token())
                .get("/api/players/" + TestPlayer.named("New").id() + "/matches")
                .then()
                .statusCode(200)
                .body("matches.size()", equalTo(0))
                .body("next", nullValue());
    }

    @Test
    void the_best_come_first_each_with_a_rating() {
        tell(MatchId.random(), 0, Instant.now());
        awaitMatches(1);
        given().auth()
                .oauth2(ana.token())
                .get("/api/leaderboard?game=pong&period=week&limit=100")
                .then()
                .statusCode(200)
                .body("entries[0].rank", equalTo(1))
                .body("entries.size()", greaterThan(1))
                .body("entries[0].rating.value", notNullValue());
    }

    @Test
    void each_game_has_a_board_and_ratings_of_its_own_and_its_receipt_stays_with_the_match() {
        var turns = new TurnReceipt(List.of(new TurnReceipt.Side(3, 7, 4), new TurnReceipt.Side(2, 5, 3)));
        var match = MatchId.random();
        var result = new MatchResult(match, 0, List.of(1, 0), MatchResult.Ending.TIME);
        var end = Instant.now();
        RELAY.tell(TextFrame.encode(new RelayEvent.MatchFinished(
                RoomId.random(),
                GameKind.TICTACTOE,
                List.of(ana.player(), ben.player()),
                result,
                turns,
                end.minusSeconds(20),
                end)));
        awaitMatches(1);
        given().auth()
                .oauth2(ana.token())
                .get("/api/leaderboard?game=tictactoe")
                .then()
                .statusCode(200)
                .body("me.points", equalTo(3))
                .body("me.rating.value", equalTo(1662));
        given().auth()
                .oauth2(ana.token())
                .get("/api/leaderboard?game=pong")
                .then()
                .statusCode(200)
                .body("me", nullValue());
        given().auth()
                .oauth2(ana.token())
                .get("/api/matches/" + match)
                .then()
                .statusCode(200)
                .body("game", equalTo("tictactoe"))
                .body("ending", equalTo("time"))
                .body("receipt.turns.longest", equalTo(List.of(4, 3)));
    }

    private MatchId play(@Nullable Integer winner, Instant end) {
        var match = MatchId.random();
        tell(match, winner, end);
        return match;
    }

    private void tell(MatchId match, @Nullable Integer winner, Instant end) {
        var result = new MatchResult(match, winner, List.of(3, 5), MatchResult.Ending.PLAYED);
        RELAY.tell(TextFrame.encode(new RelayEvent.MatchFinished(
                RoomId.random(),
                GameKind.PONG,
                List.of(ana.player(), ben.player()),
                result,
                RECEIPT,
                end.minusSeconds(90),
                end)));
    }

    private void awaitMatches(int matches) {
        await().atMost(Duration.ofSeconds(8))
                .until(() -> Database.query(
                                "SELECT matches FROM lobby.standing WHERE period = 'all' AND player_id = ?",
                                ana.id().value())
                        .equals(List.of(Integer.toString(matches))));
    }

    private JsonPath leaderboard(String period) {
        return given().auth()
                .oauth2(ana.token())
                .get("/api/leaderboard?game=pong&period=" + period)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private List<String> ratings() {
        return List.of(ana, ben).stream()
                .flatMap(player -> Database.query(
                        "SELECT round(rating) || ' ' || round(deviation) FROM lobby.rating WHERE player_id = ?",
                        player.id().value())
                        .stream())
                .toList();
    }
}
