package io.trashpong.harness.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import io.trashpong.harness.e2e.RunningStack.Site;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningStack.class)
class BrowserOfflineTest {
    @Test
    void a_page_opened_once_opens_again_without_a_network_and_plays_the_computer(Site site) {
        try (Browsers browsers = Browsers.launch()) {
            Visitor visitor = browsers.visitor(site.url().toString());
            Page page = visitor.page();
            page.evaluate("() => navigator.serviceWorker.ready.then(() => true)");

            page.context().setOffline(true);
            page.reload();
            page.getByText("Play the computer").click();

            assertThat(page.locator(".practice-score")).hasText("0 : 0");
            assertEquals(List.of(), visitor.troubles());
        }
    }
}
