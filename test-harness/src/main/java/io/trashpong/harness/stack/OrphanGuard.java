package io.trashpong.harness.stack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * Ends the stack's processes when this one is killed without a chance to do it itself (SIGKILL, out of memory): a shell at
 * the other end of a pipe, which reads end-of-file when this process is gone, however it went.
 */
final class OrphanGuard implements AutoCloseable {
    private static final String SCRIPT = """
            trap '' INT TERM HUP
            pids=
            while read -r word pid; do
                case $word in
                    watch) pids="$pids $pid" ;;
                    forget) kept=; for p in $pids; do [ "$p" = "$pid" ] || kept="$kept $p"; done; pids=$kept ;;
                    done) exit 0 ;;
                esac
            done
            # Services end by TERM; Postgres takes TERM for "when the last client has left" and INT for "now".
            [ -z "$pids" ] || kill -TERM $pids 2>/dev/null; sleep 1
            [ -z "$pids" ] || kill -INT $pids 2>/dev/null; sleep 4
            [ -z "$pids" ] || kill -KILL $pids 2>/dev/null
            """;

    private final Process shell;
    private final OutputStream orders;

    private OrphanGuard(Process shell) {
        this.shell = shell;
        orders = shell.getOutputStream();
    }

    static OrphanGuard start() {
        try {
            return new OrphanGuard(new ProcessBuilder("/bin/sh", "-c", SCRIPT)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new StackFailure("Can't start /bin/sh: " + e.getMessage(), e);
        }
    }

    void watch(long pid) {
        order("watch " + pid);
    }

    /** The process has ended; its number may soon be somebody else's. */
    void forget(long pid) {
        order("forget " + pid);
    }

    long pid() {
        return shell.pid();
    }

    /** To be called when all processes have ended. */
    @Override
    public void close() {
        order("done");
        try {
            if (!shell.waitFor(2, TimeUnit.SECONDS)) {
                shell.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void order(String line) {
        try {
            orders.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
            orders.flush();
        } catch (IOException guardIsGone) {
            // It is a safety net; the stack works and stops without it.
        }
    }
}
