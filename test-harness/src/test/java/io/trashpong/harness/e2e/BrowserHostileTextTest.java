package io.trashpong.harness.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import io.trashpong.harness.e2e.ClientStage.Screen;
import io.trashpong.harness.e2e.RunningStack.Site;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What players write is shown everywhere as they wrote it, and runs nowhere. */
@ExtendWith(RunningStack.class)
class BrowserHostileTextTest {
    /** The services refuse most of these; the client must not need that. */
    private static final List<String> HOSTILE = List.of(
            "<img src=x onerror=alert(1)>",
            "\u202Egnp.exe\u202C \u2066left\u2069",
            "Z\u0337\u0301\u0300\u0302a\u0336\u0303l\u0335go",
            "__proto__",
            "%s%n%x {name} ${7*7} {{7*7}}",
            "'; DROP TABLE room; --",
            "</span><script>alert(2)</script>",
            "\" onfocus=alert(3) autofocus x=\"");

    /** Elements that only a text taken for markup can bring. */
    private static final String MARKUP = "#app img, #app svg, #app script, #app iframe, #app [onerror], #app [onfocus]";

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
    void hostile_names_are_text_on_every_screen() throws JsonProcessingException {
        Visitor visitor = browsers.visitor("about:blank");
        Page page = visitor.page();
        String names = "names=" + ClientStage.encoded(new ObjectMapper().writeValueAsString(HOSTILE));
        Set<String> seen = new HashSet<>();
        List<String> without = new ArrayList<>();
        try (ClientStage stage = ClientStage.open()) {
            for (Screen screen : ClientStage.SCREENS) {
                stage.show(page, screen, "en", names);
                String text = page.locator("#app").textContent();
                Set<String> here = new HashSet<>(HOSTILE);
                here.removeIf(name -> !text.contains(name));
                seen.addAll(here);
                if (here.isEmpty()) {
                    without.add(screen.query());
                }
                assertThat(page.locator(MARKUP)).hasCount(0);
            }
        }
        assertEquals(List.of(), visitor.troubles());
        assertEquals(Set.copyOf(HOSTILE), seen);
        assertEquals(
                Set.of("screen=start", "screen=invited"),
                Set.copyOf(without),
                "nobody is named before somebody has a name");
    }

    @Test
    void what_the_services_let_through_goes_from_browser_to_browser_as_text(Site site) {
        String name = "<b onclick=alert()>";
        String title = "<img src=x onerror=alert(1)>";
        String said = "<script>alert(1)</script>\u202E%s __proto__ '; DROP TABLE room; --";
        Visitor reader = browsers.visitor(site.url().toString());
        Visitor writer = browsers.visitor(site.url().toString());
        reader.enter("Rita");
        writer.enter(name);

        assertThat(reader.page().locator(".player")).containsText(name);
        writer.openRoom(title);
        assertThat(reader.room(title)).containsText(name);
        reader.join(title);
        assertThat(reader.page().locator(".waiting h1")).hasText(title);
        assertThat(reader.page().locator(".waiting-news")).containsText(name);
        reader.press("I am ready");
        writer.press("I am ready");
        assertThat(reader.page().locator(".side-left .side-name")).hasText(name);
        writer.press("Chat");
        writer.page().getByLabel("Say something").fill(said);
        writer.page().keyboard().press("Enter");
        reader.press("Chat");
        assertThat(reader.page().locator(".chat-lines span")).hasText(said);
        assertThat(reader.page().locator(".cover")).isHidden();
        reader.leaveMatch();
        writer.await("You win");
        reader.page().getByText("All standings").click();
        reader.page().locator(".standings a").getByText(name).click();
        assertThat(reader.page().locator("h1")).hasText("Matches of " + name);
        reader.page().locator(".match-row a").click();
        assertThat(reader.page().locator("h1")).hasText(name + " wins");

        for (Visitor visitor : List.of(reader, writer)) {
            assertEquals(List.of(), visitor.troubles());
            assertThat(visitor.page().locator(MARKUP)).hasCount(0);
        }
        assertTrue(writer.page().locator(".result-title").isVisible());
    }
}
