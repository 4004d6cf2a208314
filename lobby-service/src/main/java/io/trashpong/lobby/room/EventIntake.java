package io.trashpong.lobby.room;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.trashpong.bus.Bus;
import io.trashpong.lobby.room.RoomChanges.Transaction;
import io.trashpong.protocol.InvalidMessageException;
import io.vertx.core.Future;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Takes what another service tells, in the transaction that moves the cursor: its effects happen exactly once by that. */
@Singleton
public class EventIntake {
    private static final Logger LOG = Logger.getLogger(EventIntake.class);
    private static final String GROUP = "lobby";

    private final Bus bus;
    private final RoomChanges changes;

    EventIntake(Bus bus, RoomChanges changes) {
        this.bus = bus;
        this.changes = changes;
    }

    /**
     * Begins to take events of {@code topic}.
     *
     * @param decode throws {@link InvalidMessageException}; such an event is passed over
     * @param apply one after the other, in their order
     * @return ends it
     */
    public <E, R> AutoCloseable consume(
            String topic, Function<String, E> decode, BiFunction<Transaction, E, Uni<R>> apply) {
        return bus.openDurable(topic).consume(GROUP, (begun, events) -> {
            var applied = changes.join(SqlConnection.newInstance(begun))
                    .flatMap(transaction -> applyAll(transaction, decodeAll(topic, decode, events), apply))
                    .invoke(changes::ringAfterCommit);
            return Future.fromCompletionStage(applied.subscribeAsCompletionStage());
        });
    }

    private static <E> List<E> decodeAll(String topic, Function<String, E> decode, List<String> texts) {
        return texts.stream()
                .<E>mapMulti((text, known) -> {
                    try {
                        known.accept(decode.apply(text));
                    } catch (InvalidMessageException e) {
                        // Of a newer sender perhaps; to wait for it would hold up all that follow.
                        LOG.errorf("an event of %s is passed over: %s", topic, e.getMessage());
                    }
                })
                .toList();
    }

    private static <E, R> Uni<Void> applyAll(
            Transaction transaction, List<E> events, BiFunction<Transaction, E, Uni<R>> apply) {
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndConcatenate(event -> apply.apply(transaction, event))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
