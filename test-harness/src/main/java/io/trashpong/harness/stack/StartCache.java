package io.trashpong.harness.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;

/**
 * A service's ahead-of-time cache (JEP 514), which halves the time to start: its classes, already parsed and linked. A replica that
 * records it writes it when it ends; those that start after use it, as long as it is younger than the jar.
 */
final class StartCache {
    private static final String NAME = "app.aot";

    private final Path cache;
    private final Path draft;
    private final boolean records;

    private StartCache(Path application, boolean mayRecord) {
        this.cache = application.resolve(NAME);
        this.draft = application.resolve(NAME + "." + ProcessHandle.current().pid());
        this.records = mayRecord && !isThere();
    }

    /**
     * @param application the folder with {@code quarkus-run.jar}, where the cache is too
     * @param mayRecord whether the replica may make the cache when there is none; one at a time should
     */
    static StartCache of(Path application, boolean mayRecord) {
        return new StartCache(application, mayRecord);
    }

    /** Whether the replica will take some seconds more to end. */
    boolean records() {
        return records;
    }

    /** For a JVM that is started in the application's folder. */
    List<String> options() {
        var options = new ArrayList<>(List.of("-Xlog:aot*=off", "-Xlog:cds*=off"));
        if (records) {
            options.add("-XX:AOTCacheOutput=" + draft.getFileName());
        } else if (isThere()) {
            options.add("-XX:AOTCache=" + NAME);
        }
        return options;
    }

    /**
     * After the replica's end: makes its draft the cache, in one step so that nobody ever reads half of one.
     *
     * @param whole false when it was killed, maybe in the middle of writing
     */
    void keep(boolean whole) {
        if (!records) {
            return;
        }
        try {
            if (whole && Files.exists(draft)) {
                Files.move(draft, cache, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.deleteIfExists(draft);
            Files.deleteIfExists(draft.resolveSibling(draft.getFileName() + ".config"));
        } catch (IOException e) {
            throw new UncheckedIOException("can't keep " + draft, e);
        }
    }

    private boolean isThere() {
        return Files.exists(cache) && modified(cache).compareTo(modified(cache.resolveSibling("quarkus-run.jar"))) >= 0;
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + file, e);
        }
    }
}
