package io.trashpong.relay.testing;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;

/** What the event log says from its creation to its close. */
public final class LogLines extends Handler implements AutoCloseable {
    private static final Logger EVENTS = Logger.getLogger("io.trashpong.events");
    private static final PatternFormatter FORMAT = new PatternFormatter("%s%e");

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    private LogLines() {}

    public static LogLines listen() {
        var lines = new LogLines();
        EVENTS.addHandler(lines);
        return lines;
    }

    public List<String> events() {
        return List.copyOf(lines);
    }

    @Override
    public void publish(LogRecord event) {
        lines.add(FORMAT.format(event));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        EVENTS.removeHandler(this);
    }
}
