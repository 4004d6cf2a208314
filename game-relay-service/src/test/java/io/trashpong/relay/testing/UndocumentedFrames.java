package io.trashpong.relay.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trashpong.contract.FrameCheck;
import io.trashpong.contract.FrameCheck.Sender;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Holds the frames of every {@link TestClient} against {@code docs/asyncapi.yaml}. They come on event loops, where nobody hears
 * an assertion fail, so what is wrong is kept here, and JUnit, which finds this by itself, fails the test that ends next.
 */
public final class UndocumentedFrames implements AfterEachCallback, AfterAllCallback {
    private static final FrameCheck DOCUMENT = FrameCheck.load();
    private static final Queue<String> SEEN = new ConcurrentLinkedQueue<>();

    static void check(Sender sender, String text) {
        SEEN.addAll(DOCUMENT.faults(sender, text));
    }

    static void check(Sender sender, byte[] frame) {
        SEEN.addAll(DOCUMENT.faults(sender, frame));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        assertNone();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        assertNone();
    }

    private static void assertNone() {
        var seen = List.copyOf(SEEN);
        SEEN.clear();
        assertEquals(List.of(), seen);
    }
}
