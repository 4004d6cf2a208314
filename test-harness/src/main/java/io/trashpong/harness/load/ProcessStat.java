package io.trashpong.harness.load;

import io.trashpong.harness.stack.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the Linux kernel says of processes (proc(5)). */
final class ProcessStat {
    /** USER_HZ, the unit of times in {@code /proc/PID/stat}: 100 on every architecture there is. */
    private static final long TICK_MICROS = 10_000;

    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern HEAP_USED = Pattern.compile("(?m)^(?!.*(?:Metaspace|class space)).*\\bused (\\d+)K");
    private static final int JCMD_SECONDS = 20;

    private ProcessStat() {}

    /** @return user and system time of a process since it began, in microseconds */
    static long cpuMicros(long pid) {
        return ticks(pid, false) * TICK_MICROS;
    }

    /** As {@link #cpuMicros}, with all its descendants, those that have ended too. */
    static long treeCpuMicros(long pid) {
        long ticks = ticks(pid, true);
        var root = ProcessHandle.of(pid);
        if (root.isPresent()) {
            ticks += root.get()
                    .descendants()
                    .mapToLong(child -> ticks(child.pid(), true))
                    .sum();
        }
        return ticks * TICK_MICROS;
    }

    /** @return resident memory in KiB */
    static long residentKb(long pid) {
        var found = RESIDENT.matcher(read(Path.of("/proc/" + pid + "/status")));
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }

    /** Collects a JVM's garbage. @return what is left on its heap in KiB; null where there is no {@code jcmd} */
    static @Nullable Long heapAfterGcKb(long pid) {
        if (jcmd(pid, "GC.run") == null) {
            return null;
        }
        String info = jcmd(pid, "GC.heap_info");
        return info == null
                ? null
                : HEAP_USED
                        .matcher(info)
                        .results()
                        .mapToLong(result -> Long.parseLong(result.group(1)))
                        .sum();
    }

    private static long ticks(long pid, boolean withEndedChildren) {
        String stat = read(Path.of("/proc/" + pid + "/stat"));
        // The second field, the command in parentheses, may hold blanks; the fields are counted from behind it.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
        if (fields.length < 15) {
            return 0;
        }
        long own = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        return withEndedChildren ? own + Long.parseLong(fields[13]) + Long.parseLong(fields[14]) : own;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException ended) {
            if (!Files.exists(Path.of("/proc/self/stat"))) {
                throw new StackFailure("CPU and memory are read from /proc, which is there on Linux only.", ended);
            }
            return "";
        }
    }

    private static @Nullable String jcmd(long pid, String command) {
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(pid),
                            command)
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            return process.waitFor(JCMD_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0 ? said : null;
        } catch (IOException noJcmd) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
