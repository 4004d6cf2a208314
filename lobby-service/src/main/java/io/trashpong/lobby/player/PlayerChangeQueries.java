package io.trashpong.lobby.player;

import io.smallrye.mutiny.Uni;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.PlayerId;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads what is to be known of players while a token from before it may be good. */
@ApplicationScoped
public class PlayerChangeQueries {
    private final Pool pool;

    PlayerChangeQueries(Pool pool) {
        this.pool = pool;
    }

    /** Changed after {@code version}, in the order of their changes. */
    public Uni<List<PlayerChange>> listChangedSince(long version, int limit) {
        return pool.preparedQuery("SELECT player_id, name, version FROM lobby.player_change WHERE version > $1"
                        + " AND changed_at > clock_timestamp() - $2::bigint * interval '1 millisecond'"
                        + " ORDER BY version LIMIT $3")
                .execute(Tuple.of(version, RecentChanges.KEPT.toMillis(), limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PlayerChangeQueries::toChange)
                        .toList());
    }

    private static PlayerChange toChange(Row row) {
        var id = new PlayerId(row.getString("player_id"));
        var name = row.getString("name");
        long version = row.getLong("version");
        return name == null
                ? new PlayerChange.Deleted(id, version)
                : new PlayerChange.Renamed(new Player(id, name), version);
    }
}
