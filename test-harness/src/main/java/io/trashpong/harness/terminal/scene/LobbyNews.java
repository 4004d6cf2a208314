package io.trashpong.harness.terminal.scene;

import io.trashpong.harness.terminal.view.GameNames;
import io.trashpong.harness.terminal.view.Line;
import io.trashpong.protocol.InvitationId;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.feed.FeedMessage;
import io.trashpong.protocol.feed.InvitationView;
import io.trashpong.protocol.feed.PlayerView;
import io.trashpong.protocol.feed.RoomView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the lobby's feed makes of the scene. */
public final class LobbyNews {
    private LobbyNews() {}

    public static Step hear(Scene scene, FeedMessage message) {
        return switch (message) {
            case FeedMessage.Snapshot(long version, List<RoomView> rooms) ->
                Step.quiet(scene.withRooms(byKey(rooms, RoomView::id), version));
            case FeedMessage.RoomChanged(long version, RoomView room)
            when version > scene.roomsVersion() -> {
                var rooms = new HashMap<>(scene.rooms());
                rooms.put(room.id(), room);
                yield Step.quiet(scene.withRooms(rooms, version));
            }
            case FeedMessage.RoomGone(long version, RoomId room)
            when version > scene.roomsVersion() -> {
                var rooms = new HashMap<>(scene.rooms());
                rooms.remove(room);
                yield Step.quiet(scene.withRooms(rooms, version));
            }
            case FeedMessage.RoomChanged _, FeedMessage.RoomGone _ -> Step.quiet(scene);
            case FeedMessage.Players(List<PlayerView> players) ->
                Step.quiet(scene.withOnline(byKey(players, PlayerView::id)));
            case FeedMessage.PlayersChanged(List<PlayerView> players, List<PlayerId> gone) -> {
                var online = new HashMap<>(scene.online());
                players.forEach(player -> online.put(player.id(), player));
                gone.forEach(online::remove);
                yield Step.quiet(scene.withOnline(online));
            }
            case FeedMessage.Invitations(List<InvitationView> pending) -> pending(scene, pending);
            case FeedMessage.InvitationChanged(InvitationView invitation) -> invitation(scene, invitation);
        };
    }

    /** All of them come after each connection; only those that are new are told. */
    private static Step pending(Scene scene, List<InvitationView> pending) {
        List<Line> lines = pending.stream()
                .filter(invitation -> invitation.to().id().equals(scene.me().id()))
                .filter(invitation -> !scene.invitations().containsKey(invitation.id()))
                .map(LobbyNews::invites)
                .toList();
        Map<InvitationId, InvitationView> next = byKey(pending, InvitationView::id);
        return new Step(scene.withInvitations(next), lines, List.of());
    }

    private static Step invitation(Scene scene, InvitationView invitation) {
        Scene next = scene.withInvitation(invitation);
        boolean mine = invitation.from().id().equals(scene.me().id());
        boolean known = scene.invitations().containsKey(invitation.id());
        return switch (invitation.state()) {
            case PENDING -> mine || known ? Step.quiet(next) : Step.telling(next, invites(invitation));
            case ACCEPTED -> mine ? accepted(next, invitation) : Step.quiet(next);
            case DECLINED ->
                mine ? Step.telling(next, Line.news(invitation.to().name() + " has refused.")) : Step.quiet(next);
            case EXPIRED ->
                Step.telling(
                        next,
                        Line.news(
                                mine
                                        ? invitation.to().name() + " has not answered in time."
                                        : "The invitation of "
                                                + invitation.from().name() + " is over."));
            case WITHDRAWN ->
                mine
                        ? Step.quiet(next)
                        : Step.telling(next, Line.news(invitation.from().name() + " has taken the invitation back."));
        };
    }

    private static Line invites(InvitationView invitation) {
        return Line.news(invitation.from().name() + " invites you to " + GameNames.of(invitation.game())
                + ": accept or refuse?");
    }

    private static Step accepted(Scene scene, InvitationView invitation) {
        RoomId room = invitation.room();
        if (room == null || !scene.sent().contains(invitation.id())) {
            return Step.quiet(scene);
        }
        Line line = Line.news(invitation.to().name() + " has accepted.");
        return new Step(scene, List.of(line), List.of(new Errand.GoTo(room)));
    }

    private static <K, V> Map<K, V> byKey(List<V> values, Function<V, K> key) {
        return values.stream().collect(Collectors.toMap(key, Function.identity(), (_, newer) -> newer));
    }
}
