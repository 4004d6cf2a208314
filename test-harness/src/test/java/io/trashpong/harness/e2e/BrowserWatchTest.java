package io.trashpong.harness.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trashpong.harness.e2e.RunningStack.Site;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningStack.class)
class BrowserWatchTest {
    /** The delay, less what two pages of one busy machine differ in showing a message. */
    private static final double LEAST_LATE_MILLIS = 1_800;

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
    void a_third_browser_watches_late_cheers_and_leaves(Site site) {
        Visitor left = arrive(site, "Ludo");
        Visitor right = arrive(site, "Rike");
        Visitor spectator = arrive(site, "Stan");
        site.relays().use(0);
        left.openRoom("Centre court");
        site.relays().use(1);
        right.join("Centre court");
        right.press("I am ready");
        left.press("I am ready");
        assertThat(spectator.room("Centre court")).containsText("Playing");

        spectator.press("Watch Centre court");
        assertThat(spectator.page().locator(".late")).hasText("Delayed by 2 s");
        assertThat(spectator.page().locator(".side-left .side-name")).hasText("Ludo");
        assertThat(spectator.page().locator(".side-right .side-name")).hasText("Rike");
        for (Visitor visitor : List.of(left, right, spectator)) {
            assertThat(visitor.page().locator(".spectators")).hasText("1 watching");
        }

        noteGoals(left);
        noteGoals(spectator);
        String goal = String.valueOf(when(left, "() => globalThis.goals[0]?.[0]", null));
        double played = timeOf(left, goal);
        double shown = timeOf(spectator, goal);
        assertTrue(shown - played >= LEAST_LATE_MILLIS, "shown " + (shown - played) + " ms after it was played");

        spectator.press("Wow");
        assertThat(left.page().locator(".bubble.from-stands")).isVisible();
        assertThat(spectator.page().locator(".chat-form, canvas + .pause")).hasCount(0);

        spectator.press("Leave");
        spectator.await("Up for a rally?");
        assertThat(left.page().locator(".spectators")).isHidden();
        for (Visitor visitor : List.of(left, right, spectator)) {
            assertEquals(List.of(), visitor.troubles());
        }
    }

    private static Visitor arrive(Site site, String name) {
        Visitor visitor = browsers.visitor(site.url().toString());
        visitor.enter(name);
        return visitor;
    }

    /** From now on the page keeps when each new score is first to be seen; one that is set again is none. */
    private static void noteGoals(Visitor visitor) {
        Object _ = visitor.page().evaluate("""
                () => {
                  const score = document.querySelector('.play-head .score');
                  globalThis.goals = [];
                  let last = score.getAttribute('aria-label');
                  new MutationObserver(() => {
                    const now = score.getAttribute('aria-label');
                    if (now !== last) {
                      last = now;
                      globalThis.goals.push([now, Date.now()]);
                    }
                  }).observe(score, { attributes: true, attributeFilter: ['aria-label'] });
                }""");
    }

    /** When that score was seen, milliseconds of the machine's clock. */
    private static double timeOf(Visitor visitor, String goal) {
        return ((Number) when(visitor, "goal => globalThis.goals.find(([score]) => score === goal)?.[1]", goal))
                .doubleValue();
    }

    private static Object when(Visitor visitor, String expression, @Nullable String argument) {
        return visitor.page().waitForFunction(expression, argument).jsonValue();
    }
}
