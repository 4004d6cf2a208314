package io.trashpong.harness.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trashpong.harness.e2e.RunningStack.Site;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningStack.class)
class BrowserFrozenPageTest {
    private static final double FROZEN_MILLIS = 5_000;

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
    void a_frozen_page_is_away_and_plays_on_when_it_wakes(Site site) {
        Visitor awake = browsers.visitor(site.url().toString());
        awake.enter("Awa");
        awake.openRoom("Tea break");
        try (FreezablePage asleep = browsers.freezablePage(site.url().toString())) {
            asleep.enter("Sly");
            asleep.press("li.room button", "");
            asleep.press("button.big", "");
            awake.press("I am ready");
            assertThat(awake.page().locator(".play-head")).isVisible();
            assertThat(awake.page().locator(".cover")).isHidden();

            asleep.freeze();
            awake.await("Sly is away");
            awake.page().waitForTimeout(FROZEN_MILLIS);
            assertThat(awake.page().locator(".cover.veil")).isVisible();
            asleep.wake();

            assertThat(awake.page().locator(".cover.veil")).hasCount(0);
            asleep.await("document.querySelector('.play') !== null && document.querySelector('.cover.veil') === null");
            asleep.press(".play-buttons button", "Pause");
            awake.await("Sly takes a pause");
        }
        assertEquals(List.of(), awake.troubles());
    }
}
