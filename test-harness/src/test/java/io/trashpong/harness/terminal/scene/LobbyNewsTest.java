package io.trashpong.harness.terminal.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trashpong.harness.terminal.view.GameNames;
import io.trashpong.harness.terminal.view.Line;
import io.trashpong.protocol.InvitationId;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.feed.FeedMessage;
import io.trashpong.protocol.feed.InvitationView;
import io.trashpong.protocol.feed.InvitationView.State;
import io.trashpong.protocol.feed.PlayerView;
import io.trashpong.protocol.feed.PlayerView.Availability;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LobbyNewsTest {
    private static final Player ME = new Player(PlayerId.random(), "Ada");
    private static final Player BOB = new Player(PlayerId.random(), "Bob");
    private static final InvitationId ID = InvitationId.random();
    private static final RoomId ROOM = RoomId.random();

    private final Scene scene = Scene.of(ME);

    @Test
    void an_invitation_is_told_once_however_often_it_comes() {
        Step first = LobbyNews.hear(scene, changed(toMe(State.PENDING)));
        assertTrue(told(first).contains("Bob invites you to"), told(first));
        assertEquals(List.of(toMe(State.PENDING)), first.scene().invitationsToMe());

        Step again = LobbyNews.hear(first.scene(), new FeedMessage.Invitations(List.of(toMe(State.PENDING))));
        assertEquals(List.of(), again.lines());
        assertEquals(List.of(toMe(State.PENDING)), again.scene().invitationsToMe());
    }

    @Test
    void an_invitation_that_came_while_the_feed_was_away_is_told() {
        Step step = LobbyNews.hear(scene, new FeedMessage.Invitations(List.of(toMe(State.PENDING))));
        assertTrue(told(step).contains("Bob invites you to"), told(step));
    }

    @Test
    void an_answered_invitation_is_no_longer_open() {
        Scene open = LobbyNews.hear(scene, changed(toMe(State.PENDING))).scene();
        for (State state : List.of(State.ACCEPTED, State.DECLINED, State.EXPIRED, State.WITHDRAWN)) {
            assertEquals(
                    List.of(),
                    LobbyNews.hear(open, changed(toMe(state))).scene().invitationsToMe());
        }
    }

    @Test
    void who_invited_from_here_goes_to_the_room_when_it_is_accepted() {
        Step step = LobbyNews.hear(scene.withSent(fromMe(State.PENDING)), changed(fromMe(State.ACCEPTED)));
        assertEquals(List.of(new Errand.GoTo(ROOM)), step.errands());
        assertEquals("Bob has accepted.", told(step));
    }

    @Test
    void who_invited_from_another_window_is_not_taken_away_from_it() {
        Step step = LobbyNews.hear(scene, changed(fromMe(State.ACCEPTED)));
        assertEquals(List.of(), step.errands());
    }

    @Test
    void a_refusal_and_an_expiry_are_told_to_who_invited() {
        assertEquals("Bob has refused.", told(LobbyNews.hear(scene, changed(fromMe(State.DECLINED)))));
        assertEquals("Bob has not answered in time.", told(LobbyNews.hear(scene, changed(fromMe(State.EXPIRED)))));
    }

    @Test
    void who_is_online_is_known_without_oneself_and_by_name() {
        var zoe = new PlayerView(PlayerId.random(), "Zoe", Availability.BUSY);
        var bob = new PlayerView(BOB.id(), "Bob", Availability.FREE);
        var me = new PlayerView(ME.id(), "Ada", Availability.FREE);
        Scene all = LobbyNews.hear(scene, new FeedMessage.Players(List.of(zoe, me, bob)))
                .scene();
        assertEquals(List.of(bob, zoe), all.others());

        Scene fewer = LobbyNews.hear(all, new FeedMessage.PlayersChanged(List.of(), List.of(bob.id())))
                .scene();
        assertEquals(List.of(zoe), fewer.others());
    }

    private static FeedMessage changed(InvitationView invitation) {
        return new FeedMessage.InvitationChanged(invitation);
    }

    private static InvitationView toMe(State state) {
        return new InvitationView(ID, GameNames.AT_A_TERMINAL, BOB, ME, state, room(state), Instant.EPOCH);
    }

    private static InvitationView fromMe(State state) {
        return new InvitationView(ID, GameNames.AT_A_TERMINAL, ME, BOB, state, room(state), Instant.EPOCH);
    }

    private static @Nullable RoomId room(State state) {
        return state == State.ACCEPTED ? ROOM : null;
    }

    private static String told(Step step) {
        return step.lines().stream().map(Line::text).collect(Collectors.joining("\n"));
    }
}
