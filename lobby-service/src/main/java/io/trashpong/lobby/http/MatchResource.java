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
    public Uni<Leaderboard> leaderboard(
            @RestQuery @Nullable String game, @RestQuery @Nullable String period, @RestQuery @Nullable String limit) {
        var over = Checks.constant(Period.class, period);
        return standings.read(
                Checks.game(game),
                over == null ? Period.ALL : over,
                Checks.limit(limit),
                Caller.of(identity).id());
    }

    @GET
    @Path("/matches/{id}")
    public Uni<MatchView> match(@RestPath MatchId id) {
        return history.find(id).map(found -> found.orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND)));
    }

    @GET
    @Path("/players/{id}/matches")
    public Uni<MatchPage> matches(
            @RestPath PlayerId id,
            @RestQuery @Nullable String game,
            @RestQuery @Nullable String after,
            @RestQuery @Nullable String limit) {
        var begin = after == null
                ? null
                : MatchPage.Cursor.decode(after).orElseThrow(() -> new RefusedException(ErrorCode.BAD_REQUEST));
        return history.list(id, Checks.constant(GameKind.class, game), begin, Checks.limit(limit));
    }
}
