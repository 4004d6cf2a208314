package io.trashpong.harness.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** axe-core looks at every screen of the web client, on the client's own stage. */
class BrowserAccessibilityTest {
    private static final Path CLIENT =
            Path.of("..", "web-client").toAbsolutePath().normalize();
    private static final Path AXE = CLIENT.resolve("node_modules/axe-core/axe.min.js");
    /** The picture takes more time than all the rest, and axe does not look at it. */
    private static final String STAND_STILL = "() => { window.requestAnimationFrame = () => 0; }";
    /** What axe calls serious or critical, of the rules of WCAG 2.2 up to AA. */
    private static final String FINDINGS = """
            async () => {
              const found = await axe.run(document, {
                resultTypes: ['violations'],
                preload: false,
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
              });
              return found.violations
                .filter(({ impact }) => impact === 'serious' || impact === 'critical')
                .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
            }""";

    /**
     * A screen of the stage.
     *
     * @param query what the stage is asked for
     * @param press the key of the words on a button to press there; empty for none
     * @param shown what is to be seen when it stands
     */
    private record Screen(String query, String press, String shown) {}

    private static final List<Screen> SCREENS = List.of(
            new Screen("screen=start", "", ".start"),
            new Screen("screen=invited", "", ".start"),
            new Screen("screen=practice", "", ".practice"),
            new Screen("screen=privacy", "", ".prose"),
            new Screen("screen=lobby", "", ".room"),
            new Screen("screen=lobby&empty", "", ".lobby .empty"),
            new Screen("screen=lobby", "lobby.newRoom", "dialog[open]"),
            new Screen("screen=lobby", "settings.title", "dialog[open]"),
            new Screen("screen=entering", "", ".notice-screen"),
            new Screen("screen=waiting", "", ".waiting .qr"),
            new Screen("screen=waiting&both", "", ".met"),
            new Screen("screen=play&chat", "talk.title", ".chat-lines li"),
            new Screen("screen=play", "play.leave", "dialog[open]"),
            new Screen("screen=play&cover=cut&soon", "", ".cover.veil"),
            new Screen("screen=play&cover=mine&soon", "", ".cover.veil"),
            new Screen("screen=result&asked", "", ".result"),
            new Screen("screen=over", "", ".notice-screen button.primary"));

    private static HttpServer server;
    private static Browsers browsers;

    @BeforeAll
    static void serve() {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        server = SimpleFileServer.createFileServer(address, CLIENT, SimpleFileServer.OutputLevel.NONE);
        server.start();
        browsers = Browsers.launch();
    }

    @AfterAll
    static void close() {
        browsers.close();
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({"en,dark", "de,light", "pt,dark"})
    void no_screen_has_a_serious_finding(String language, String theme) throws IOException {
        assertTrue(Files.exists(AXE), AXE + " is missing: run npm ci in web-client");
        String axe = Files.readString(AXE);
        JsonNode words = new ObjectMapper()
                .readTree(CLIENT.resolve("locales/" + language + ".json").toFile());
        String stage = "http://localhost:" + server.getAddress().getPort() + "/test/stage/?lang=" + language + "&theme="
                + theme + "&";
        Page page = browsers.visitor("about:blank").page();
        List<String> findings = new ArrayList<>();
        for (Screen screen : SCREENS) {
            String press =
                    screen.press().isEmpty() ? "" : words.get(screen.press()).asText();
            page.navigate(stage + screen.query() + "&press=" + URLEncoder.encode(press, StandardCharsets.UTF_8));
            page.locator(screen.shown()).first().waitFor();
            page.evaluate(STAND_STILL);
            page.evaluate(axe);
            for (Object finding : (List<?>) page.evaluate(FINDINGS)) {
                findings.add(screen + " " + finding);
            }
        }
        assertEquals(List.of(), findings);
    }
}
