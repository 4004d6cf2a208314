package io.trashpong.lobby.http;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.trashpong.contract.Refuses;
import io.trashpong.lobby.feed.LobbyFeed;
import io.trashpong.lobby.http.InvitationMessages.Blocked;
import io.trashpong.lobby.http.InvitationMessages.Online;
import io.trashpong.lobby.invitation.Blocks;
import io.trashpong.lobby.token.Caller;
import io.trashpong.protocol.ErrorCode;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
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
    @Operation(operationId = "listPlayers", summary = "Who is online, by name")
    public Uni<Online> online(
            @Parameter(schema = @Schema(maxLength = 80), description = "a part of the name, in upper or lower case")
                    @RestQuery
                    @Nullable
                    String q,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "50"))
                    @RestQuery
                    @Nullable
                    String limit) {
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
    @Operation(operationId = "listBlocks", summary = "Whom the caller has blocked")
    public Uni<Blocked> blocked() {
        return blocks.list(Caller.of(identity).id()).map(Blocked::new);
    }

    @PUT
    @Path("/blocks/{player}")
    @Operation(operationId = "block", summary = "Blocks a player, and declines what he has sent")
    @APIResponse(responseCode = "204", description = "blocked")
    @Refuses({ErrorCode.BAD_REQUEST, ErrorCode.TOO_MANY_BLOCKS})
    public Uni<Void> block(@RestPath PlayerId player) {
        return blocks.add(Caller.of(identity).id(), player)
                .map(Checks::orRefuse)
                .replaceWithVoid();
    }

    @DELETE
    @Path("/blocks/{player}")
    @Operation(operationId = "unblock", summary = "Unblocks a player")
    @APIResponse(responseCode = "204", description = "not blocked, or not any more")
    public Uni<Void> unblock(@RestPath PlayerId player) {
        return blocks.remove(Caller.of(identity).id(), player);
    }
}
