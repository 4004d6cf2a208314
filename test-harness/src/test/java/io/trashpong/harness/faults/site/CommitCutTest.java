package io.trashpong.harness.faults.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trashpong.harness.line.Tap;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CommitCutTest {
    private final CommitCut commits = new CommitCut();
    private final Tap tap = commits.tap();

    @Test
    void only_the_answer_to_a_commit_of_the_event_asked_for_is_cut() {
        commits.arm("match-finished");
        send("UPDATE …", "COMMIT");
        assertEquals(Tap.Fate.PASS, answer("COMMIT"));

        send("INSERT … match-finished …");
        assertEquals(Tap.Fate.PASS, answer("INSERT 0 1"));
        send("COMMIT");
        assertEquals(Tap.Fate.CUT, answer("COMMIT"));
        assertEquals(1, commits.cuts());
    }

    @Test
    void an_event_that_comes_in_two_chunks_is_seen() {
        commits.arm("match-finished");
        send("INSERT … match-fin", "ished …", "COMMIT");
        assertEquals(Tap.Fate.CUT, answer("COMMIT"));
    }

    @Test
    void unarmed_nothing_is_cut() {
        commits.arm("match-finished");
        commits.disarm();
        send("INSERT … match-finished …", "COMMIT");
        assertEquals(Tap.Fate.PASS, answer("COMMIT"));
        assertEquals(0, commits.cuts());
    }

    private void send(String... chunks) {
        for (String chunk : chunks) {
            assertEquals(Tap.Fate.PASS, tap.sent(chunk.getBytes(StandardCharsets.ISO_8859_1)));
        }
    }

    private Tap.Fate answer(String chunk) {
        return tap.answered(chunk.getBytes(StandardCharsets.ISO_8859_1));
    }
}
