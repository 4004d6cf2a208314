package io.trashpong.harness.terminal.scene;

import io.trashpong.protocol.InvitationId;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.feed.InvitationView;
import io.trashpong.protocol.feed.PlayerView;
import io.trashpong.protocol.feed.RoomView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a player who is logged in knows of the lobby and of his table. Immutable.
 *
 * @param invitations those that are pending, to and from him
 * @param sent the invitations that this terminal sent: their room is gone to from here, not that of one sent elsewhere
 * @param table where he sits; null while he sits nowhere
 */
public record Scene(
        Player me,
        Map<PlayerId, PlayerView> online,
        Map<RoomId, RoomView> rooms,
        long roomsVersion,
        Map<InvitationId, InvitationView> invitations,
        Set<InvitationId> sent,
        @Nullable Table table) {
    public Scene {
        online = Map.copyOf(online);
        rooms = Map.copyOf(rooms);
        invitations = Map.copyOf(invitations);
        sent = Set.copyOf(sent);
    }

    public static Scene of(Player me) {
        return new Scene(me, Map.of(), Map.of(), -1, Map.of(), Set.of(), null);
    }

    public Scene withMe(Player next) {
        return new Scene(next, online, rooms, roomsVersion, invitations, sent, table);
    }

    public Scene withTable(@Nullable Table next) {
        return new Scene(me, online, rooms, roomsVersion, invitations, sent, next);
    }

    public Scene withSent(InvitationView invitation) {
        var more = new HashSet<>(sent);
        more.add(invitation.id());
        return withInvitation(invitation, more);
    }

    Scene withOnline(Map<PlayerId, PlayerView> next) {
        return new Scene(me, next, rooms, roomsVersion, invitations, sent, table);
    }

    Scene withRooms(Map<RoomId, RoomView> next, long version) {
        return new Scene(me, online, next, version, invitations, sent, table);
    }

    Scene withInvitations(Map<InvitationId, InvitationView> next) {
        return new Scene(me, online, rooms, roomsVersion, next, sent, table);
    }

    Scene withInvitation(InvitationView invitation) {
        return withInvitation(invitation, sent);
    }

    private Scene withInvitation(InvitationView invitation, Set<InvitationId> nextSent) {
        var next = new HashMap<>(invitations);
        if (invitation.state() == InvitationView.State.PENDING) {
            next.put(invitation.id(), invitation);
        } else {
            next.remove(invitation.id());
        }
        return new Scene(me, online, rooms, roomsVersion, next, nextSent, table);
    }

    /** Those that wait for the player's own answer, the oldest first. */
    public List<InvitationView> invitationsToMe() {
        return invitations(invitation -> invitation.to().id().equals(me.id()));
    }

    public List<InvitationView> invitationsFromMe() {
        return invitations(invitation -> invitation.from().id().equals(me.id()));
    }

    /** The others, by name. */
    public List<PlayerView> others() {
        return online.values().stream()
                .filter(player -> !player.id().equals(me.id()))
                .sorted(Comparator.comparing(PlayerView::name))
                .toList();
    }

    /** Those that wait for a player first, then the newest. */
    public List<RoomView> roomList() {
        var list = new ArrayList<>(rooms.values());
        list.sort(Comparator.comparing(RoomView::status)
                .thenComparing(RoomView::createdAt, Comparator.reverseOrder())
                .thenComparing(room -> room.id().value()));
        return list;
    }

    /** Whether going elsewhere now would lose a match. */
    public boolean isPlaying() {
        return table != null && table.isPlaying();
    }

    private List<InvitationView> invitations(Predicate<InvitationView> which) {
        return invitations.values().stream()
                .filter(which)
                .sorted(Comparator.comparing(InvitationView::expiresAt))
                .toList();
    }
}
