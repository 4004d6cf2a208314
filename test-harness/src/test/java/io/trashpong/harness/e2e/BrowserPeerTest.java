package io.trashpong.harness.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.microsoft.playwright.assertions.LocatorAssertions;
import io.trashpong.harness.e2e.RunningStack.Site;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningStack.class)
class BrowserPeerTest {
    private static final int TRACK_BYTES = 15;
    /** A rally may be long. */
    private static final double RALLY_MILLIS = 40_000;

    private static Browsers browsers;

    @BeforeAll
    static void launch() {
        browsers = Browsers.launch();
    }

    @AfterAll
    static void close() {
        browsers.close();
    }

    @Test
    void two_browsers_that_were_asked_talk_directly_and_play_on_without_it(Site site) {
        Visitor left = arrive(site, "Paul");
        Visitor right = arrive(site, "Pia");
        site.relays().use(0);
        left.openRoom("Next door");
        site.relays().use(1);
        right.join("Next door");
        right.press("Use it");
        left.press("Use it");
        right.press("I am ready");
        left.press("I am ready");

        assertThat(left.page().locator(".direct")).containsText("Direct line");
        assertThat(right.page().locator(".direct")).containsText("ms");
        right.page().mouse().move(500, 200);
        left.page().mouse().move(500, 500);
        awaitTracks(left);
        awaitTracks(right);

        Object _ = left.page().evaluate("() => globalThis.direct.at(-1).close()");
        assertThat(left.page().locator(".direct")).isHidden();
        assertThat(right.page().locator(".direct")).isHidden();
        String before = score(right);
        right.page().mouse().move(500, 640); // an edge, where few balls are hit
        assertThat(right.page().locator(".play-head .score"))
                .not()
                .hasAttribute(
                        "aria-label", before, new LocatorAssertions.HasAttributeOptions().setTimeout(RALLY_MILLIS));
        assertNotEquals(before, score(right), "the match goes on");
        for (Visitor visitor : List.of(left, right)) {
            assertEquals(List.of(), visitor.troubles());
        }
    }

    private static Visitor arrive(Site site, String name) {
        Visitor visitor = browsers.visitor(site.url().toString());
        Object _ = visitor.page().evaluate("""
                () => {
                  globalThis.direct = [];
                  globalThis.heard = [];
                  const create = RTCPeerConnection.prototype.createDataChannel;
                  RTCPeerConnection.prototype.createDataChannel = function (...options) {
                    const channel = create.apply(this, options);
                    channel.addEventListener('message', ({ data }) => globalThis.heard.push(data.byteLength));
                    globalThis.direct.push(channel);
                    return channel;
                  };
                }""");
        visitor.enter(name);
        return visitor;
    }

    /** Until the other's paddle has come over the channel itself. */
    private static void awaitTracks(Visitor visitor) {
        visitor.page().waitForFunction("size => globalThis.heard.includes(size)", TRACK_BYTES);
    }

    private static String score(Visitor visitor) {
        return String.valueOf(visitor.page().locator(".play-head .score").getAttribute("aria-label"));
    }
}
