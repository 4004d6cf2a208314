package io.trashpong.harness.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A report for people. */
final class LoadTable {
    private final List<String> lines = new ArrayList<>();

    private LoadTable() {}

    static String of(LoadReport report) {
        var table = new LoadTable();
        table.line("messages sent", "%,d", report.sent());
        table.line("  delivered", "%,d", report.delivered());
        table.line("  lost", "%,d", report.lost());
        table.line("  doubled", "%,d", report.doubled());
        table.line("refused by the referee", "%,d", report.refused());
        table.line("connections closed", "%,d", report.closed());
        table.line("messages a second", "%,.0f", report.messagesPerS());
        table.line("latency p50", "%.1f ms", millis(report.p50Us()));
        table.line("        p99", "%.1f ms", millis(report.p99Us()));
        table.line("        p99.9", "%.1f ms", millis(report.p999Us()));
        table.line("        max", "%.1f ms", millis(report.maxUs()));
        table.line("CPU a message: relays", "%.1f us", report.relayCpuUsPerMsg());
        table.line("               Postgres", "%.1f us", report.postgresCpuUsPerMsg());
        table.line("               this generator", "%.1f us", report.generatorCpuUsPerMsg());
        table.line("CPU in all: relays", "%.0f %%", report.relayCpuPercent());
        table.line("            Postgres", "%.0f %%", report.postgresCpuPercent());
        table.line("            this generator", "%.0f %%", report.generatorCpuPercent());
        table.line("bytes a message: to relays", "%.0f", report.bytesOutPerMsg());
        table.line("                 to clients", "%.0f", report.bytesInPerMsg());
        table.line("commits a second", "%.1f", report.commitsPerS());
        table.line("connections", "%,d", report.connections());
        table.line("memory a connection: RSS", "%.1f KiB", report.rssKbPerConn());
        table.line("                     heap", "%.1f KiB", report.heapKbPerConn());
        return String.join(System.lineSeparator(), table.lines);
    }

    static String of(List<BusBench.Row> rows) {
        var lines = new ArrayList<String>();
        lines.add("%-34s %12s %8s %9s %9s   CPU a frame, us: Postgres, sender, receivers"
                .formatted("", "frames/s", "MB/s", "p50 ms", "p99 ms"));
        for (BusBench.Row row : rows) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%-34s %,12.0f %8.1f %9.2f %9.2f %28.2f %7.2f %10.2f",
                    row.name(),
                    row.framesPerS(),
                    row.megabytesPerS(),
                    row.p50Ms(),
                    row.p99Ms(),
                    row.postgresCpu(),
                    row.senderCpu(),
                    row.receiverCpu()));
        }
        return String.join(System.lineSeparator(), lines);
    }

    private void line(String name, String format, @Nullable Object value) {
        lines.add("%-30s %s".formatted(name, value == null ? "-" : String.format(Locale.ROOT, format, value)));
    }

    private static @Nullable Double millis(@Nullable Long micros) {
        return micros == null ? null : Double.valueOf(micros / 1e3);
    }
}
