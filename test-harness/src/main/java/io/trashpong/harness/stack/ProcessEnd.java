package io.trashpong.harness.stack;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ending a process: it is asked first (SIGTERM), and forced (SIGKILL) when it takes longer than its grace. */
final class ProcessEnd {
    private static final Duration KILLED_WITHIN = Duration.ofSeconds(10);

    private ProcessEnd() {}

    /** @return whether asking was enough */
    static boolean of(ProcessHandle process, Duration grace) {
        process.destroy();
        boolean byItself = ended(process, grace);
        if (!byItself) {
            process.destroyForcibly();
            boolean gone = ended(process, KILLED_WITHIN);
            if (!gone) {
                throw new StackFailure("process " + process.pid() + " can't be ended");
            }
        }
        return byItself;
    }

    private static boolean ended(ProcessHandle process, Duration within) {
        try {
            process.onExit().get(within.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("waiting for process " + process.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
