package io.trashpong.relay.store;

import io.trashpong.bus.DurableTopic;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.TextFrame;
import io.trashpong.protocol.event.RelayEvent;
import io.trashpong.relay.room.RoomWrite;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Writes a room's revisions: its row, its matches' rows and its events in one transaction, and only while the writer's
 * epoch rules. Writing a revision again, because the answer to the first try was lost, changes nothing.
 */
public final class RoomStore {
    private static final String SAVE = "UPDATE relay.room SET state = $4::text::jsonb, revision = $3, live = NULL,"
            + " closed_at = CASE WHEN $5 THEN clock_timestamp() END"
            + " WHERE id = $1 AND epoch = $2 AND revision < $3 AND closed_at IS NULL";
    private static final String IS_SAVED = "SELECT 1 FROM relay.room WHERE id = $1 AND epoch = $2 AND revision >= $3";
    private static final String START_MATCH =
            "INSERT INTO relay.match (id, room, game, players, started_at) VALUES ($1, $2, $3, $4::text::jsonb, $5)";
    private static final String FINISH_MATCH =
            "UPDATE relay.match SET ended_at = $2, result = $3::text::jsonb, receipt = $4::text::jsonb"
                    + " WHERE id = $1 AND ended_at IS NULL";

    private final Pool postgres;
    private final DurableTopic events;

    public RoomStore(Pool postgres, DurableTopic events) {
        this.postgres = postgres;
        this.events = events;
    }

    /** @return false when another epoch rules the room, or it is closed; a failure when Postgres gave no answer */
    public Future<Boolean> write(RoomId room, long epoch, RoomWrite write) {
        return postgres.withTransaction(transaction -> save(transaction, room, epoch, write))
                .onSuccess(_ -> {
                    if (!write.events().isEmpty()) {
                        events.ring();
                    }
                });
    }

    private Future<Boolean> save(SqlConnection transaction, RoomId room, long epoch, RoomWrite write) {
        var parameters =
                Tuple.of(room.value(), epoch, write.revision(), StateJson.encode(write.state()), write.closes());
        return transaction.preparedQuery(SAVE).execute(parameters).compose(saved -> {
            if (saved.rowCount() == 0) {
                return isSaved(transaction, room, epoch, write.revision());
            }
            Future<Void> appended = Future.succeededFuture();
            for (RelayEvent event : write.events()) {
                appended = appended.compose(_ -> append(transaction, event));
            }
            return appended.map(_ -> true);
        });
    }

    private Future<Boolean> isSaved(SqlConnection transaction, RoomId room, long epoch, long revision) {
        return transaction
                .preparedQuery(IS_SAVED)
                .execute(Tuple.of(room.value(), epoch, revision))
                .map(rows -> rows.size() > 0);
    }

    private Future<Void> append(SqlConnection transaction, RelayEvent event) {
        Future<Void> rows = switch (event) {
            case RelayEvent.MatchStarted started ->
                transaction
                        .preparedQuery(START_MATCH)
                        .execute(Tuple.of(
                                started.match().value(),
                                started.room().value(),
                                started.game().name(),
                                StateJson.write(started.players()),
                                OffsetDateTime.ofInstant(started.at(), ZoneOffset.UTC)))
                        .mapEmpty();
            case RelayEvent.MatchFinished finished ->
                transaction
                        .preparedQuery(FINISH_MATCH)
                        .execute(Tuple.of(
                                finished.match().value(),
                                OffsetDateTime.ofInstant(finished.endedAt(), ZoneOffset.UTC),
                                StateJson.write(finished.result()),
                                StateJson.write(finished.receipt())))
                        .compose(updated -> updated.rowCount() == 1
                                ? Future.succeededFuture()
                                : Future.failedFuture(new IllegalStateException(
                                        "match " + finished.match() + " has a result already")));
            case RelayEvent.RoomOpened _,
                    RelayEvent.SeatLeft _,
                    RelayEvent.RoomClosed _,
                    RelayEvent.ScoreChanged _,
                    RelayEvent.SpectatorsChanged _ -> Future.succeededFuture();
        };
        return rows.compose(_ -> events.append(transaction, TextFrame.encode(event)));
    }
}
