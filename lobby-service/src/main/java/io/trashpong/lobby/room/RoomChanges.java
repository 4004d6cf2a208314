package io.trashpong.lobby.room;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.trashpong.bus.Bus;
import io.trashpong.bus.DurableTopic;
import io.trashpong.protocol.TextFrame;
import io.trashpong.protocol.event.LobbyEvent;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * The only way to change rooms. A transaction begins by locking the version counter and keeps it until the commit, so that
 * rooms change one at a time, whichever replica asks: what a statement reads is what is true, versions are committed in their
 * order, and no two transactions can wait for each other.
 */
@Singleton
public class RoomChanges {
    private static final Logger LOG = Logger.getLogger(RoomChanges.class);
    private static final String LOCK = "SELECT value FROM lobby.feed_version FOR UPDATE";

    private final Pool pool;
    private final Doorbell doorbell;
    private final DurableTopic lobbyEvents;

    RoomChanges(@ReactiveDataSource("changes") Pool pool, Doorbell doorbell, Bus bus) {
        this.pool = pool;
        this.doorbell = doorbell;
        this.lobbyEvents = bus.openDurable(LobbyEvent.TOPIC);
    }

    /** Runs {@code work} in a transaction of its own; the doorbells ring after its commit. */
    public <T> Uni<T> change(Function<Transaction, Uni<T>> work) {
        return pool.withTransaction(connection -> locked(connection).flatMap(transaction -> work.apply(transaction)))
                .invoke(this::ring);
    }

    /**
     * For a transaction that somebody else began and will commit. The counter is locked in it from now on; call {@link
     * #ringAfterCommit} when the work is done.
     */
    public Uni<Transaction> join(SqlConnection begun) {
        // The connection is the bus's, and its settings are not those of our pool: a frozen replica must not keep the
        // lock.
        return begun.query("SET LOCAL idle_in_transaction_session_timeout = 2000")
                .execute()
                .flatMap(done -> locked(begun));
    }

    /**
     * Rings the doorbells once a joined transaction is committed. Only its committer sees the commit, but a shared lock on the
     * counter is not to be had before it.
     */
    public void ringAfterCommit() {
        pool.query("SELECT value FROM lobby.feed_version FOR SHARE")
                .execute()
                .subscribe()
                .with(
                        held -> ring(),
                        failure ->
                                LOG.debugf("no bell was rung, the poll will see the change: %s", failure.getClass()));
    }

    private Uni<Transaction> locked(SqlConnection connection) {
        return connection.query(LOCK).execute().map(held -> new Transaction(connection));
    }

    private void ring() {
        doorbell.ring();
        lobbyEvents.ring();
    }

    /** A transaction that holds the version counter. */
    public final class Transaction {
        private final SqlConnection connection;
        private final RoomTable rooms;

        private Transaction(SqlConnection connection) {
            this.connection = connection;
            this.rooms = new RoomTable(connection);
        }

        public RoomTable rooms() {
            return rooms;
        }

        /** Tells the other services, if this transaction commits. */
        public Uni<Void> tell(LobbyEvent event) {
            return Uni.createFrom()
                    .completionStage(() -> lobbyEvents
                            .append(connection.getDelegate(), TextFrame.encode(event))
                            .toCompletionStage());
        }

        /** For statements about other tables than the rooms'. */
        public SqlConnection connection() {
            return connection;
        }
    }
}
