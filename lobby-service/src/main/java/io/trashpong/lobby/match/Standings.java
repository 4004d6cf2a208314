package io.trashpong.lobby.match;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.trashpong.protocol.GameKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** Reads who stands where. */
@ApplicationScoped
public class Standings {
    private final Repository repository;

    Standings(Repository repository) {
        this.repository = repository;
    }

    public Uni<Leaderboard> listBest(GameKind game, int limit) {
        return Panache.withSession(() -> repository
                        .find(
                                "key.game = ?1 order by points desc, wins desc, matches, key.playerId",
                                game.name().toLowerCase(Locale.ROOT))
                        .page(0, limit)
                        .list())
                .map(Leaderboard::of);
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<Standing, Standing.Key> {}
}
