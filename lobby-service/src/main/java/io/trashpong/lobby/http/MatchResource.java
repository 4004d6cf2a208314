package io.trashpong.lobby.http;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.trashpong.lobby.match.Leaderboard;
import io.trashpong.lobby.match.MatchHistory;
import io.trashpong.lobby.match.MatchView;
import io.trashpong.lobby.match.Standings;
import io.trashpong.protocol.ErrorCode;
import io.trashpong.protocol.MatchId;
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

    MatchResource(MatchHistory history, Standings standings) {
        this.history = history;
        this.standings = standings;
    }

    @GET
    @Path("/leaderboard")
    public Uni<Leaderboard> leaderboard(@RestQuery @Nullable String game, @RestQuery @Nullable String limit) {
        return standings.listBest(Checks.game(game), Checks.limit(limit));
    }

    @GET
    @Path("/matches/{id}")
    public Uni<MatchView> match(@RestPath MatchId id) {
        return history.find(id).map(found -> found.orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND)));
    }
}
