package io.trashpong.lobby.http;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.trashpong.lobby.match.Leaderboard;
import io.trashpong.lobby.match.MatchHistory;
import io.trashpong.lobby.match.MatchPage;
import io.trashpong.lobby.match.MatchView;
import io.trashpong.lobby.match.Period;
import io.trashpong.lobby.match.Standings;
import io.trashpong.lobby.token.Caller;
import io.trashpong.protocol.ErrorCode;
import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.MatchId;
import io.trashpong.protocol.PlayerId;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Finished matches and the leaderboard. */
@Path("/api")
@Authenticated
@Timeout(Deadline.MILLIS)
@Produces(MediaType.APPLICATION_JSON)
public class MatchResource {
    private final MatchHistory history;
    private final Standings standings;
    private final SecurityIdentity identity;

    MatchResource(MatchHistory history, Standings standings, SecurityIdentity identity) {
        this.history = history;
        this.standings = standings;
        this.identity = identity;
    }

    @GET
    @Path("/leaderboard")
    @Operation(operationId = "getLeaderboard", summary = "The best of a game in a period")
    public Uni<Leaderboard> leaderboard(
            @Parameter(required = true, schema = @Schema(implementation = GameKind.class)) @RestQuery @Nullable
                    String game,
            @Parameter(
                            schema =
                                    @Schema(
                                            enumeration = {"all", "week"},
                                            defaultValue = "all"))
                    @RestQuery
                    @Nullable
                    String period,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "50"))
                    @RestQuery
                    @Nullable
                    String limit) {
        var over = Checks.constant(Period.class, period);
        return standings.read(
                Checks.game(game),
                over == null ? Period.ALL : over,
                Checks.limit(limit),
                Caller.of(identity).id());
    }

    @GET
    @Path("/matches/{id}")
    @Operation(operationId = "getMatch", summary = "A finished match")
    public Uni<MatchView> match(@RestPath MatchId id) {
        return history.find(id).map(found -> found.orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND)));
    }

    @GET
    @Path("/players/{id}/matches")
    @Operation(operationId = "listMatches", summary = "A player's matches, the last first")
    public Uni<MatchPage> matches(
            @RestPath PlayerId id,
            @Parameter(schema = @Schema(implementation = GameKind.class)) @RestQuery @Nullable String game,
            @Parameter(schema = @Schema(maxLength = 64), description = "the page before said so in next")
                    @RestQuery
                    @Nullable
                    String after,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "50"))
                    @RestQuery
                    @Nullable
                    String limit) {
        var begin = after == null
                ? null
                : MatchPage.Cursor.decode(after).orElseThrow(() -> new RefusedException(ErrorCode.BAD_REQUEST));
        return history.list(id, Checks.constant(GameKind.class, game), begin, Checks.limit(limit));
    }
}
