package io.trashpong.harness.load;

import io.trashpong.harness.stack.ServiceProcess;
import io.trashpong.harness.stack.Stack;
import java.util.List;

/**
 * What had been used when the mark was set; two marks make a measurement.
 *
 * @param nanos nano clock
 * @param relayCpu of all relays, microseconds as all CPU times here
 * @param postgresCpu of all of Postgres's processes
 * @param generatorCpu of this process
 * @param commits 0 where they are not asked for
 */
record Mark(
        long nanos,
        long relayCpu,
        long postgresCpu,
        long generatorCpu,
        long relayKb,
        long generatorKb,
        long bytesOut,
        long bytesIn,
        long commits) {

    static Mark withCommits(Stack stack, LoadTally.Bytes bytes) {
        return set(stack, bytes, stack.commits());
    }

    /** Costs Postgres nothing. */
    static Mark set(Stack stack, LoadTally.Bytes bytes) {
        return set(stack, bytes, 0);
    }

    private static Mark set(Stack stack, LoadTally.Bytes bytes, long commits) {
        List<Long> relays = stack.relays().stream()
                .map(ServiceProcess::handle)
                .map(ProcessHandle::pid)
                .toList();
        long self = ProcessHandle.current().pid();
        return new Mark(
                System.nanoTime(),
                relays.stream().mapToLong(ProcessStat::cpuMicros).sum(),
                ProcessStat.treeCpuMicros(stack.postgresPid()),
                ProcessStat.cpuMicros(self),
                relays.stream().mapToLong(ProcessStat::residentKb).sum(),
                ProcessStat.residentKb(self),
                bytes.out(),
                bytes.in(),
                commits);
    }

    double secondsSince(Mark before) {
        return (nanos - before.nanos) / 1e9;
    }
}
