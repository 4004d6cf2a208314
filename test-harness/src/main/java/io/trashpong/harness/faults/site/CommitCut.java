package io.trashpong.harness.faults.site;

import io.trashpong.harness.line.Tap;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Cuts connections to Postgres between a COMMIT and its answer: the transaction is committed, and who committed it never hears
 * so. Only transactions that write a durable event of the kind asked for are cut, and only while it is armed.
 */
public final class CommitCut {
    private static final String COMMIT = "COMMIT";

    private final AtomicInteger cuts = new AtomicInteger();
    private volatile String marker = "";

    /** @param event the {@code type} of the events whose commits are cut */
    public void arm(String event) {
        marker = event;
    }

    public void disarm() {
        marker = "";
    }

    /** Connections cut so far. */
    public int cuts() {
        return cuts.get();
    }

    Tap tap() {
        return new Watch();
    }

    private final class Watch implements Tap {
        /** Chunks may end anywhere, so the end of the one before is looked at again. */
        private String before = "";

        private boolean marked;
        private boolean awaitsAnswer;

        @Override
        public Fate sent(byte[] chunk) {
            String wanted = marker;
            if (wanted.isEmpty()) {
                marked = false;
                return Fate.PASS;
            }
            String text = before + new String(chunk, StandardCharsets.ISO_8859_1);
            marked |= text.contains(wanted);
            if (marked && text.contains(COMMIT)) {
                awaitsAnswer = true;
                marked = false;
            }
            before = text.substring(Math.max(0, text.length() - wanted.length()));
            return Fate.PASS;
        }

        @Override
        public Fate answered(byte[] chunk) {
            if (awaitsAnswer && new String(chunk, StandardCharsets.ISO_8859_1).contains(COMMIT)) {
                awaitsAnswer = false;
                int _ = cuts.incrementAndGet();
                return Fate.CUT;
            }
            return Fate.PASS;
        }
    }
}
