package io.trashpong.harness.faults.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MalformedTest {
    @Test
    void the_same_seed_gives_the_same_bytes_and_every_kind_comes() {
        var one = new SplittableRandom(1);
        var other = new SplittableRandom(1);
        var kinds = new TreeSet<String>();
        for (int i = 0; i < 500; i++) {
            Malformed malformed = Malformed.next(one);
            assertEquals(malformed, Malformed.next(other));
            kinds.add(malformed.what());
        }
        assertEquals(12, kinds.size(), kinds::toString);
    }
}
