package io.trashpong.lobby.http;

import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.feed.InvitationView;
import io.trashpong.protocol.feed.PlayerView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The bodies of requests and answers about players and invitations. What a client left out is null. */
final class InvitationMessages {
    private InvitationMessages() {}

    @Schema(requiredProperties = {"to", "game"})
    record Invite(@Nullable PlayerId to, @Nullable GameKind game) {}

    record Pending(List<InvitationView> invitations) {}

    record Online(List<PlayerView> players) {}

    record Blocked(List<Player> players) {}
}
