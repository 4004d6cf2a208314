package io.trashpong.harness.load;

import io.trashpong.harness.stack.Stack;
import org.jspecify.annotations.Nullable;

/**
 * Memory of all relays together, after a collection, in KiB.
 *
 * @param heap null where the JVMs can't be asked
 */
record Memory(long resident, @Nullable Long heap) {

    static Memory of(Stack stack) {
        Long heap = 0L;
        long resident = 0;
        for (var relay : stack.relays()) {
            long pid = relay.handle().pid();
            Long one = ProcessStat.heapAfterGcKb(pid);
            heap = heap == null || one == null ? null : Long.valueOf(heap + one);
            resident += ProcessStat.residentKb(pid);
        }
        return new Memory(resident, heap);
    }

    double residentOver(Memory before, int connections) {
        return Math.max(0, resident - before.resident) / (double) connections;
    }

    @Nullable
    Double heapOver(Memory before, int connections) {
        return heap == null || before.heap == null ? null : (heap - before.heap) / (double) connections;
    }
}
