package io.trashpong.harness.faults.site;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What is sent to a process from outside. */
public enum Signal {
    KILL,
    STOP,
    CONT,
    TERM;

    public void send(ProcessHandle process) {
        send(List.of(process));
    }

    /** To all of them at once; those that are gone already are passed over. */
    public void send(Collection<ProcessHandle> processes) {
        var command = new ArrayList<String>(List.of("kill", "-" + name()));
        processes.forEach(process -> command.add(Long.toString(process.pid())));
        try {
            int _ = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("can't send " + this, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
