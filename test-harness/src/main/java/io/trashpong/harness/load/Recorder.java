package io.trashpong.harness.load;

import io.trashpong.harness.stack.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Looks twice a second at what is used, and stays in each state for a while so that it can be seen. */
final class Recorder implements Timeline, AutoCloseable {
    private static final Duration EVERY = Duration.ofMillis(500);

    private final Stack stack;
    private final Crowd crowd;
    private final Duration hold;
    private final List<Mark> marks = new ArrayList<>();
    private final List<State> states = new ArrayList<>();
    private final Thread thread = new Thread(this::record, "recorder");

    /** @param nanos nano clock of its beginning */
    record State(String name, long nanos) {}

    Recorder(Stack stack, Crowd crowd, Duration hold) {
        this.stack = stack;
        this.crowd = crowd;
        this.hold = hold;
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void enter(String state) throws InterruptedException {
        synchronized (this) {
            states.add(new State(state, System.nanoTime()));
        }
        Thread.sleep(hold);
    }

    synchronized List<Mark> marks() {
        return List.copyOf(marks);
    }

    synchronized List<State> states() {
        return List.copyOf(states);
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void record() {
        try {
            while (true) {
                var bytes = crowd.ask(crowd.tally()::bytes);
                Mark mark = Mark.set(stack, bytes);
                synchronized (this) {
                    marks.add(mark);
                }
                Thread.sleep(EVERY);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
