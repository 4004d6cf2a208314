package io.trashpong.bus;

import io.vertx.core.Future;
import java.util.Set;

/**
 * One replica's end of the bus. Topics are opened before {@link #start}; listeners are told on one event loop, the bus's
 * own, one call at a time.
 */
public interface Bus {
    ReplicaId self();

    VolatileTopic openVolatile(String name, VolatileTopic.Listener listener);

    OrderedTopic openOrdered(String name, OrderedTopic.Listener listener);

    DurableTopic openDurable(String name);

    /**
     * Told after every (re)LISTEN, the first one too, before anything received since is passed on: what was sent while this
     * replica was deaf is lost, so read your state from its tables now.
     */
    void onListening(Runnable resync);

    /** Connects, and goes on trying without end when Postgres is away; the future completes at the first LISTEN. */
    Future<Void> start();

    /** Whether this replica hears its own beat. */
    boolean isListening();

    /** The replicas of {@code service} whose beat was heard lately, this one included when it is of that service. */
    Set<ReplicaId> listAlive(String service);

    /** Lets go of the lock and both connections. */
    Future<Void> stop();
}
