package io.trashpong.lobby.feed;

import io.smallrye.mutiny.Uni;
import io.trashpong.lobby.invitation.Invitation;
import io.trashpong.lobby.invitation.InvitationQueries;
import io.trashpong.lobby.player.PlayerChange;
import io.trashpong.lobby.player.PlayerChangeQueries;
import io.trashpong.lobby.room.Room;
import io.trashpong.lobby.room.RoomQueries;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Reads what is new in the tables that the feed shows. */
@Singleton
class FeedTables {
    private static final int MAX_ROWS_A_READ = 500;
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private final RoomQueries rooms;
    private final InvitationQueries invitations;
    private final PlayerChangeQueries players;

    FeedTables(RoomQueries rooms, InvitationQueries invitations, PlayerChangeQueries players) {
        this.rooms = rooms;
        this.invitations = invitations;
        this.players = players;
    }

    /** What changed after these versions. */
    Uni<Changes> read(long roomVersion, long invitationVersion, long playerVersion) {
        return Uni.combine()
                .all()
                .unis(
                        rooms.listChangedSince(roomVersion, MAX_ROWS_A_READ),
                        invitations.listChangedSince(invitationVersion, MAX_ROWS_A_READ),
                        players.listChangedSince(playerVersion, MAX_ROWS_A_READ))
                .with(Changes::new)
                .ifNoItem()
                .after(TIMEOUT)
                .fail();
    }

    /** Each in the order of its versions. */
    record Changes(List<Room> rooms, List<Invitation> invitations, List<PlayerChange> players) {
        /** Whether the tables have more that is new. */
        boolean hasMore() {
            return rooms.size() == MAX_ROWS_A_READ
                    || invitations.size() == MAX_ROWS_A_READ
                    || players.size() == MAX_ROWS_A_READ;
        }
    }
}
