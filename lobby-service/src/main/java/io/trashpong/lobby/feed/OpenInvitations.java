package io.trashpong.lobby.feed;

import io.trashpong.lobby.invitation.Invitation;
import io.trashpong.protocol.InvitationId;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.feed.FeedMessage;
import io.trashpong.protocol.feed.InvitationView.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pending invitations as of one version. Not thread-safe: its owner is {@link LobbyFeed}. */
final class OpenInvitations {
    private final Map<InvitationId, Invitation> pending = new LinkedHashMap<>();
    private long version;

    long version() {
        return version;
    }

    FeedMessage.Invitations snapshotFor(PlayerId player) {
        return new FeedMessage.Invitations(pending.values().stream()
                .filter(invitation -> invitation.concerns(player))
                .map(Invitation::view)
                .toList());
    }

    /**
     * @param changed in the order of their versions
     * @return those of which both who are concerned have to be told
     */
    List<Invitation> apply(List<Invitation> changed) {
        var news = new ArrayList<Invitation>();
        for (Invitation invitation : changed) {
            if (invitation.version() <= version) {
                continue;
            }
            version = invitation.version();
            var known = invitation.state() == State.PENDING
                    ? pending.put(invitation.id(), invitation)
                    : pending.remove(invitation.id());
            if (known != null || invitation.state() == State.PENDING) {
                news.add(invitation);
            }
        }
        return news;
    }
}
