package io.trashpong.harness.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trashpong.harness.e2e.RunningStack.Site;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningStack.class)
class BrowserMatchTest {
    private static final Duration MATCH = Duration.ofMinutes(4);
    private static final double LOOK_MILLIS = 60;

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
    void two_browsers_on_different_relays_play_a_match_and_a_third_sees_it_in_the_lobby(Site site) {
        Visitor watcher = arrive(site, "Wanda");
        Visitor left = arrive(site, "Lena");
        Visitor right = arrive(site, "Rosa");

        site.relays().use(0);
        left.openRoom("Mouse and keys");
        assertThat(watcher.room("Mouse and keys")).containsText("Lena is waiting");
        site.relays().use(1);
        right.join("Mouse and keys");
        right.press("I am ready");
        left.press("I am ready");
        assertThat(watcher.room("Mouse and keys")).containsText("Playing");

        play(left, right);

        assertFalse(left.result().isEmpty());
        assertEquals(left.result(), right.result());
        assertEquals(left.scores(), right.scores(), "the same score at every goal");
        assertTrue(left.scores().contains(left.result()));
        assertTrue(left.scores().size() > 11, "eleven goals at least, each seen: " + left.scores());

        left.press("Rematch");
        right.await("Lena wants a rematch.");
        right.press("Rematch");
        assertThat(left.page().locator(".play-head")).isVisible();
        assertThat(right.page().locator(".play-head")).isVisible();

        Visitor late = arrive(site, "Theo");
        late.page().getByText("All standings").click();
        assertThat(late.page().locator(".standings")).containsText("Lena");
        assertThat(late.page().locator(".standings")).containsText("Rosa");
        left.leaveMatch();
        assertThat(watcher.room("Mouse and keys")).hasCount(0);
        for (Visitor visitor : List.of(watcher, left, right, late)) {
            assertEquals(List.of(), visitor.troubles());
        }
    }

    private static Visitor arrive(Site site, String name) {
        Visitor visitor = browsers.visitor(site.url().toString());
        visitor.enter(name);
        return visitor;
    }

    /** One holds its arrow keys in turn; the other mostly rests the mouse at an edge, so that it takes few balls to the result. */
    private static void play(Visitor keys, Visitor mouse) {
        long deadline = System.nanoTime() + MATCH.toNanos();
        for (int turn = 0; keys.result().isEmpty() || mouse.result().isEmpty(); turn++) {
            assertTrue(System.nanoTime() < deadline, () -> "no end of the match: " + keys.scores());
            if (turn % 10 == 0) {
                keys.page().keyboard().up(turn % 20 == 0 ? "ArrowUp" : "ArrowDown");
                keys.page().keyboard().down(turn % 20 == 0 ? "ArrowDown" : "ArrowUp");
            }
            mouse.page().mouse().move(500, turn % 40 < 4 ? 350 : 640);
            keys.watchScore();
            mouse.watchScore();
            keys.page().waitForTimeout(LOOK_MILLIS);
        }
    }
}
