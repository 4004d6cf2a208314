package io.trashpong.auth.testing;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;

/** What is logged from its creation to its close, message and stack trace. */
public final class LogLines extends Handler {
    private static final PatternFormatter FORMAT = new PatternFormatter("%s%e");

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    private LogLines() {}

    public static LogLines listen() {
        var lines = new LogLines();
        Logger.getLogger("").addHandler(lines);
        return lines;
    }

    public List<String> all() {
        return List.copyOf(lines);
    }

    public List<String> events() {
        return lines.stream().filter(line -> line.contains("event=")).toList();
    }

    @Override
    public void publish(LogRecord event) {
        lines.add(FORMAT.format(event));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
