package io.trashpong.relay.host;

import io.trashpong.protocol.RoomId;
import io.trashpong.relay.room.RoomWrite;
import io.trashpong.relay.store.RoomStore;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Writes one room's revisions one after another; while Postgres is away the room waits, for a bounded time. */
final class RoomWriter {
    private static final Logger LOG = Logger.getLogger(RoomWriter.class);
    private static final long FIRST_RETRY_MS = 100;
    private static final long LONGEST_RETRY_MS = 2_000;
    /** About two minutes of trying while Postgres refuses, up to seven while it is silent. */
    private static final int MAX_TRIES = 64;
    /** A room without answers writes only what its members make it write; more than this is a flood. */
    private static final int MAX_WAITING = 256;

    private record Job(RoomWrite write, Consumer<Outcome> then) {}

    private final RoomId room;
    private final long epoch;
    private final RoomLoop loop;
    private final RoomStore store;
    private final Deque<Job> jobs = new ArrayDeque<>();
    private boolean writing;
    private boolean stopped;
    private boolean forgotten;

    /** How a write ended. */
    sealed interface Outcome {
        record Done() implements Outcome {}

        /** The epoch is not ours any more. */
        record Stale() implements Outcome {}

        /** Postgres was away for too long. */
        record GivenUp() implements Outcome {}
    }

    RoomWriter(RoomId room, long epoch, RoomLoop loop, RoomStore store) {
        this.room = room;
        this.epoch = epoch;
        this.loop = loop;
        this.store = store;
    }

    void write(RoomWrite write, Consumer<Outcome> then) {
        if (jobs.size() >= MAX_WAITING) {
            then.accept(new Outcome.GivenUp());
            return;
        }
        jobs.addLast(new Job(write, then));
        next();
    }

    boolean isIdle() {
        return jobs.isEmpty();
    }

    void stop() {
        stopped = true;
    }

    /** Stops, and begins or tries again nothing. */
    void forget() {
        stopped = true;
        forgotten = true;
        jobs.clear();
    }

    private void next() {
        Job job = jobs.peekFirst();
        if (job != null && !writing) {
            writing = true;
            attempt(job, 1);
        }
    }

    private void attempt(Job job, int tries) {
        if (forgotten) {
            return;
        }
        loop.here(store.write(room, epoch, job.write())).onComplete(result -> {
            if (forgotten) {
                return;
            }
            if (result.succeeded()) {
                end(job, result.result() ? new Outcome.Done() : new Outcome.Stale());
            } else if (stopped || tries >= MAX_TRIES) {
                end(job, new Outcome.GivenUp());
            } else {
                LOG.warnf("room %s waits for Postgres: %s", room, result.cause().getMessage());
                long pause = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS << Math.min(tries, 10));
                Runnable _ = loop.after(pause, () -> attempt(job, tries + 1));
            }
        });
    }

    private void end(Job job, Outcome outcome) {
        writing = false;
        Job _ = jobs.removeFirst();
        if (!stopped) {
            job.then().accept(outcome);
        }
        next();
    }
}
