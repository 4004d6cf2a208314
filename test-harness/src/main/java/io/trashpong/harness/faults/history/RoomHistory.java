package io.trashpong.harness.faults.history;

import io.trashpong.harness.client.RoomListener;
import io.trashpong.protocol.ServerMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All that the clients of one room saw, in the order they saw it. Written by their event loops, read from any thread. */
public final class RoomHistory {
    private final List<Observation> observations = new ArrayList<>();

    /** Writes down what the client of that name sees. */
    public RoomListener witness(String client) {
        return new RoomListener() {
            @Override
            public void received(ServerMessage message) {
                add(new Observation.Heard(client, System.nanoTime(), message));
            }

            @Override
            public void lost(int code) {
                add(new Observation.Lost(client, System.nanoTime(), code));
            }

            @Override
            public void ended(int code) {
                add(new Observation.Ended(client, System.nanoTime(), code));
            }
        };
    }

    public synchronized void add(Observation observation) {
        observations.add(observation);
        notifyAll();
    }

    public synchronized List<Observation> observations() {
        return List.copyOf(observations);
    }

    /** What one client heard after {@code since} (nano clock), of that kind. */
    public <M extends ServerMessage> Stream<Timed<M>> heard(String client, Class<M> kind, long since) {
        return observations().stream()
                .filter(seen -> seen.client().equals(client) && seen.at() > since)
                .filter(Observation.Heard.class::isInstance)
                .map(Observation.Heard.class::cast)
                .filter(heard -> kind.isInstance(heard.message()))
                .map(heard -> new Timed<>(heard.at(), kind.cast(heard.message())));
    }

    /** @param at nano clock */
    public record Timed<M>(long at, M message) {}

    /**
     * Waits for the first observation after {@code since} that is {@code wanted}.
     *
     * @return when it was made, or -1 when it was not within {@code patienceMillis} from now
     */
    public synchronized long await(long since, long patienceMillis, Predicate<Observation> wanted)
            throws InterruptedException {
        long deadline = System.nanoTime() + patienceMillis * 1_000_000;
        int looked = 0;
        while (true) {
            for (; looked < observations.size(); looked++) {
                Observation seen = observations.get(looked);
                if (seen.at() > since && wanted.test(seen)) {
                    return seen.at();
                }
            }
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return -1;
            }
            wait(left);
        }
    }
}
