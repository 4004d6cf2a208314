package io.trashpong.lobby.invitation;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.trashpong.lobby.testing.Database;
import io.trashpong.lobby.testing.FeedClient;
import io.trashpong.lobby.testing.LobbySurroundings;
import io.trashpong.lobby.testing.TestPlayer;
import io.trashpong.protocol.InvitationId;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.feed.InvitationView;
import io.trashpong.protocol.feed.InvitationView.State;
import io.trashpong.protocol.feed.PlayerView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LobbySurroundings.class)
class InvitationsTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    private final List<FeedClient> feeds = new ArrayList<>();
    private final TestPlayer ana = TestPlayer.named("Ana");
    private final TestPlayer ben = TestPlayer.named("Ben");
    private final TestPlayer cleo = TestPlayer.named("Cleo");

    @AfterEach
    void close_the_feeds() {
        feeds.forEach(FeedClient::close);
    }

    @Test
    void accepted_it_leads_both_into_a_private_room_and_both_hear_of_each_step() {
        var ofAna = feedOf(ana);
        var ofBen = feedOf(ben);
        var waiting = ana.newRoom();
        var id = invited(ana, ben);
        awaitState(ofBen, id, State.PENDING);
        awaitState(ofAna, id, State.PENDING);
        as(ben).get("/api/invitations").then().statusCode(200).body("invitations", hasSize(1));

        var room = post(ben, "/api/invitations/" + id + "/accept")
                .statusCode(200)
                .body("seat", equalTo(1))
                .body("room.status", equalTo("full"))
                .body("room.visibility", equalTo("private"))
                .body("room.owner.name", equalTo("Ana"))
                .extract()
                .<String>path("room.id");

        awaitState(ofAna, id, State.ACCEPTED);
        assertEquals(
                List.of(new RoomId(room)),
                ofAna.invitations().values().stream().map(InvitationView::room).toList());
        post(ana, "/api/rooms/" + room + "/seats").statusCode(201).body("seat", equalTo(0));
        assertEquals("room-gone", ana.get("/api/rooms/" + waiting).code());
        await().atMost(SOON)
                .until(() -> ofAna.players()
                        .containsValue(new PlayerView(ben.id(), ben.name(), PlayerView.Availability.BUSY)));
        // Told again, for an answer that was lost.
        post(ben, "/api/invitations/" + id + "/accept").statusCode(200).body("room.id", equalTo(room));
        as(ben).get("/api/invitations").then().body("invitations", empty());
        assertFalse(ofBen.rooms().containsKey(room));
    }

    @Test
    void declined_or_withdrawn_it_is_over_for_both() {
        var ofAna = feedOf(ana);
        online(ben);
        var declined = invited(ana, ben);
        post(ben, "/api/invitations/" + declined + "/decline").statusCode(204);
        awaitState(ofAna, declined, State.DECLINED);
        var withdrawn = invited(ana, ben);
        as(ana).delete("/api/invitations/" + withdrawn).then().statusCode(204);
        awaitState(ofAna, withdrawn, State.WITHDRAWN);
        for (var id : List.of(declined, withdrawn)) {
            refused(post(ben, "/api/invitations/" + id + "/accept"), 404, "invitation-gone");
            refused(post(ben, "/api/invitations/" + id + "/decline"), 404, "invitation-gone");
        }
    }

    @Test
    void its_time_over_it_expires_and_both_hear_of_it() {
        var ofAna = feedOf(ana);
        online(ben);
        var id = invited(ana, ben);
        Database.execute(
                "UPDATE lobby.invitation SET expires_at = clock_timestamp() - interval '1 second' WHERE id = ?",
                id.value());
        refused(post(ben, "/api/invitations/" + id + "/accept"), 404, "invitation-gone");
        awaitState(ofAna, id, State.EXPIRED);
    }

    @Test
    void what_can_not_be_invited_is_refused_with_its_reason() {
        online(ana, ben);
        refused(invite(ana, ana.id()), 400, "bad-request");
        refused(invite(ana, PlayerId.random()), 409, "player-away");
        refused(invite(ana, cleo.id()), 409, "player-away");
        invite(ana, ben.id()).statusCode(201);
        refused(invite(ana, ben.id()), 409, "invited-already");
        for (var body : List.of("{}", "{\"to\":\"" + ben.id() + "\"}", "{\"to\":\"x\",\"game\":\"pong\"}")) {
            refused(
                    as(ana).contentType("application/json")
                            .body(body)
                            .post("/api/invitations")
                            .then(),
                    400,
                    "bad-request");
        }
        refused(post(ana, "/api/invitations/" + InvitationId.random() + "/accept"), 404, "not-found");
    }

    @Test
    void nobody_answers_for_another() {
        online(ana, ben);
        var id = invited(ana, ben);
        refused(post(cleo, "/api/invitations/" + id + "/accept"), 404, "not-found");
        refused(post(cleo, "/api/invitations/" + id + "/decline"), 404, "not-found");
        refused(as(cleo).delete("/api/invitations/" + id).then(), 404, "not-found");
        refused(post(ana, "/api/invitations/" + id + "/accept"), 403, "forbidden");
        refused(post(ana, "/api/invitations/" + id + "/decline"), 403, "forbidden");
        refused(as(ben).delete("/api/invitations/" + id).then(), 403, "forbidden");
        post(ben, "/api/invitations/" + id + "/accept").statusCode(200);
    }

    @Test
    void who_plays_is_busy_and_neither_invites_nor_is_invited() {
        online(ana, ben, cleo);
        var id = invited(cleo, ben);
        var room = ana.newRoom();
        assertEquals(201, ben.join(room).status());
        refused(invite(cleo, ana.id()), 409, "player-busy");
        refused(invite(ana, cleo.id()), 409, "player-busy");
        refused(post(ben, "/api/invitations/" + id + "/accept"), 409, "player-busy");
    }

    @Test
    void one_acceptance_makes_void_what_both_had_sent_to_others() {
        online(ana, ben);
        var ofCleo = feedOf(cleo);
        var other = invited(ana, cleo);
        var id = invited(ana, ben);
        post(ben, "/api/invitations/" + id + "/accept").statusCode(200);
        awaitState(ofCleo, other, State.WITHDRAWN);
    }

    @Test
    void of_many_who_accept_invitations_of_one_player_at_once_exactly_one_gets_him() {
        online(ana);
        var guests = IntStream.range(0, 5)
                .mapToObj(i -> TestPlayer.named("Guest " + i))
                .toList();
        online(guests.toArray(TestPlayer[]::new));
        var ids = guests.stream().map(guest -> invited(ana, guest)).toList();
        var answers = IntStream.range(0, 5)
                .mapToObj(i -> guests.get(i).callAsync("POST", "/api/invitations/" + ids.get(i) + "/accept", ""))
                .toList()
                .stream()
                .map(answer -> answer.join().status())
                .sorted()
                .toList();
        assertEquals(List.of(200, 404, 404, 404, 404), answers);
        assertEquals(
                List.of("1"),
                Database.query(
                        "SELECT count(*) FROM lobby.room WHERE gone_at IS NULL AND ? IN (seat0_id, seat1_id)",
                        ana.id().value()));
    }

    @Test
    void who_invites_too_often_is_told_to_wait() {
        online(ana, ben);
        for (int i = 0; i < InvitationRules.MAX_A_MINUTE_TO_ONE; i++) {
            var id = invited(ana, ben);
            post(ben, "/api/invitations/" + id + "/decline").statusCode(204);
        }
        refused(invite(ana, ben.id()), 429, "too-many-requests");
        var others = IntStream.range(0, InvitationRules.MAX_SENT + 1)
                .mapToObj(i -> TestPlayer.named("Other " + i))
                .toList();
        online(others.toArray(TestPlayer[]::new));
        others.stream()
                .limit(InvitationRules.MAX_SENT)
                .forEach(other -> invite(ana, other.id()).statusCode(201));
        refused(invite(ana, others.getLast().id()), 409, "too-many-invitations");
    }

    @Test
    void who_is_blocked_is_not_welcome_until_he_is_unblocked() {
        var ofAna = feedOf(ana);
        online(ben);
        var open = invited(ana, ben);
        as(ben).put("/api/blocks/" + ana.id()).then().statusCode(204);
        awaitState(ofAna, open, State.DECLINED);
        refused(invite(ana, ben.id()), 403, "not-welcome");
        as(ben).get("/api/blocks").then().statusCode(200).body("players.name", equalTo(List.of("Ana")));
        as(ben).delete("/api/blocks/" + ana.id()).then().statusCode(204);
        invite(ana, ben.id()).statusCode(201);
        refused(as(ben).put("/api/blocks/" + ben.id()).then(), 400, "bad-request");
        refused(as(ben).put("/api/blocks/" + PlayerId.random()).then(), 404, "not-found");
    }

    @Test
    void who_is_online_is_listed_by_name() {
        online(ana);
        var zoe = TestPlayer.named("Zoë Quince");
        online(zoe);
        as(ana).get("/api/players?q=quince&limit=1")
                .then()
                .statusCode(200)
                .body("players.id", equalTo(List.of(zoe.id().value())))
                .body("players[0].availability", equalTo("free"));
        as(ana).get("/api/players?q=nobody-is-called-so").then().body("players", empty());
        refused(as(ana).get("/api/players?limit=101").then(), 400, "bad-request");
    }

    private void online(TestPlayer... players) {
        Stream.of(players)
                .map(this::feedOf)
                .forEach(feed -> assertFalse(feed.closed().isDone()));
    }

    /** He is online once his feed shows him, for then the service knows. */
    private FeedClient feedOf(TestPlayer player) {
        var feed = FeedClient.open(player.token());
        feeds.add(feed);
        await().atMost(SOON).until(() -> feed.players().containsKey(player.id()));
        return feed;
    }

    private static InvitationId invited(TestPlayer from, TestPlayer to) {
        return new InvitationId(invite(from, to.id())
                .statusCode(201)
                .body("state", equalTo("pending"))
                .body("room", nullValue())
                .extract()
                .path("id"));
    }

    private static ValidatableResponse invite(TestPlayer from, PlayerId to) {
        return as(from).contentType("application/json")
                .body("{\"to\":\"" + to + "\",\"game\":\"pong\"}")
                .post("/api/invitations")
                .then();
    }

    private static ValidatableResponse post(TestPlayer player, String path) {
        return as(player).contentType("application/json").post(path).then();
    }

    private static RequestSpecification as(TestPlayer player) {
        return given().auth().oauth2(player.token());
    }

    private static void refused(ValidatableResponse response, int status, String code) {
        response.statusCode(status).contentType("application/problem+json").body("code", equalTo(code));
    }

    private static void awaitState(FeedClient feed, InvitationId id, State state) {
        await().atMost(SOON).until(() -> {
            var known = feed.invitations().get(id);
            return known != null && known.state() == state;
        });
    }
}
