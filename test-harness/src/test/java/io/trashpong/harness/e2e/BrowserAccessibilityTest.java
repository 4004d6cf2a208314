package io.trashpong.harness.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import io.trashpong.harness.e2e.ClientStage.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** axe-core looks at every screen of the web client, on the client's own stage, in every language, dark and light. */
class BrowserAccessibilityTest {
    private static final Path AXE = ClientStage.CLIENT.resolve("node_modules/axe-core/axe.min.js");
    /**
     * The picture takes more time than all the rest, and axe does not look at it. A colour on its way from one theme to the
     * other has no contrast to speak of.
     */
    private static final String STAND_STILL = """
            () => {
              window.requestAnimationFrame = () => 0;
              document.documentElement.dataset.motion = 'calm';
            }""";

    private static final String LIGHT = "() => { document.documentElement.dataset.theme = 'light'; }";
    /** What axe calls serious or critical. */
    private static final String FINDINGS = """
            async (runOnly) => {
              const found = await axe.run(document, { resultTypes: ['violations'], preload: false, runOnly });
              return found.violations
                .filter(({ impact }) => impact === 'serious' || impact === 'critical')
                .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
            }""";

    /** WCAG 2.2 up to AA. */
    private static final Map<String, Object> ALL_RULES =
            Map.of("type", "tag", "values", List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"));
    /** All that another theme can change. */
    private static final Map<String, Object> CONTRAST = Map.of("type", "rule", "values", List.of("color-contrast"));

    private static ClientStage stage;
    private static Browsers browsers;

    @BeforeAll
    static void open() {
        stage = ClientStage.open();
        browsers = Browsers.launch();
    }

    @AfterAll
    static void close() {
        browsers.close();
        stage.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "pt"})
    void no_screen_has_a_serious_finding(String language) throws IOException {
        assertTrue(Files.exists(AXE), AXE + " is missing: run npm ci in web-client");
        String axe = Files.readString(AXE);
        Page page = browsers.visitor("about:blank").page();
        List<String> findings = new ArrayList<>();
        for (Screen screen : ClientStage.SCREENS) {
            stage.show(page, screen, language, "theme=dark");
            page.evaluate(STAND_STILL);
            page.evaluate(axe);
            look(page, ALL_RULES).forEach(finding -> findings.add(screen + " dark " + finding));
            page.evaluate(LIGHT);
            look(page, CONTRAST).forEach(finding -> findings.add(screen + " light " + finding));
        }
        assertEquals(List.of(), findings);
    }

    private static List<?> look(Page page, Map<String, Object> rules) {
        return (List<?>) page.evaluate(FINDINGS, rules);
    }
}
