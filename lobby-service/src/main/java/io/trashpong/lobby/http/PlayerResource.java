package io.trashpong.lobby.http;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.trashpong.lobby.feed.LobbyFeed;
import io.trashpong.lobby.http.InvitationMessages.Blocked;
import io.trashpong.lobby.http.InvitationMessages.Online;
import io.trashpong.lobby.invitation.Blocks;
import io.trashpong.lobby.token.Caller;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.feed.PlayerView;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.Locale;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Who is online, and whom the caller has blocked. */
@Path("/api")
@Authenticated
@Timeout(Deadline.MILLIS)
@Produces(MediaType.APPLICATION_JSON)
public class PlayerResource {
    private static final Comparator<PlayerView> BY_NAME = Comparator.comparing(PlayerView::name)
            .thenComparing(player -> player.id().value());

    private final LobbyFeed feed;
    private final Blocks blocks;
    private final SecurityIdentity identity;

    PlayerResource(LobbyFeed feed, Blocks blocks, SecurityIdentity identity) {
        this.feed = feed;
        this.blocks = blocks;
        this.identity = identity;
    }

    @GET
    @Path("/players")
    public Uni<Online> online(@RestQuery @Nullable String q, @RestQuery @Nullable String limit) {
        int most = Checks.limit(limit);
        var part = Checks.search(q);
        var wanted = part == null ? "" : part.toLowerCase(Locale.ROOT);
        return Uni.createFrom()
                .item(() -> new Online(feed.players().stream()
                        .filter(player -> player.name().toLowerCase(Locale.ROOT).contains(wanted))
                        .sorted(BY_NAME)
                        .limit(most)
                        .toList()));
    }

    @GET
    @Path("/blocks")
    public Uni<Blocked> blocked() {
        return blocks.list(Caller.of(identity).id()).map(Blocked::new);
    }

    @PUT
    @Path("/blocks/{player}")
    public Uni<Void> block(@RestPath PlayerId player) {
        return blocks.add(Caller.of(identity).id(), player)
                .map(Checks::orRefuse)
                .replaceWithVoid();
    }

    @DELETE
    @Path("/blocks/{player}")
    public Uni<Void> unblock(@RestPath PlayerId player) {
        return blocks.remove(Caller.of(identity).id(), player);
    }
}
