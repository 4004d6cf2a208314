package io.trashpong.harness.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * The web client on its own stage ({@code web-client/test/stage}): every screen, without a server behind it. The browser may
 * keep its hundred modules, so that a screen after the first takes a fraction of a second.
 */
final class ClientStage implements AutoCloseable {
    static final Path CLIENT = Path.of("..", "web-client").toAbsolutePath().normalize();

    /** Every screen there is, and what lies over one now and then. */
    static final List<Screen> SCREENS = List.of(
            new Screen("screen=start", "", ".start"),
            new Screen("screen=start", "start.account", ".have-account[open]"),
            new Screen("screen=invited", "", ".start"),
            new Screen("screen=practice", "", ".practice"),
            new Screen("screen=privacy", "", ".prose"),
            new Screen("screen=account", "", ".blocked .player"),
            new Screen("screen=account&guest", "", "#upgrade-next"),
            new Screen("screen=account", "account.delete", "dialog[open]"),
            new Screen("screen=leaders", "", ".standings tbody tr"),
            new Screen("screen=history", "", ".match-row"),
            new Screen("screen=match", "", ".receipt"),
            new Screen("screen=lobby&invitations=2", "", ".room"),
            new Screen("screen=lobby&empty", "", ".lobby .empty"),
            new Screen("screen=lobby", "lobby.newRoom", "dialog[open]"),
            new Screen("screen=lobby", "settings.title", "dialog[open]"),
            new Screen("screen=lobby&refuse=room-full", "lobby.playNow", ".notice.grave"),
            new Screen("screen=entering", "", ".notice-screen"),
            new Screen("screen=waiting", "", ".waiting .copy-link"),
            new Screen("screen=waiting&both", "", ".met"),
            new Screen("screen=countdown", "", ".count"),
            new Screen("screen=play&chat", "talk.title", ".chat-lines li"),
            new Screen("screen=play", "play.leave", "dialog[open]"),
            new Screen("screen=play&cover=cut&soon", "", ".cover.veil"),
            new Screen("screen=play&cover=mine&soon", "", ".cover.veil"),
            new Screen("screen=play&cover=away&soon", "", ".cover.veil"),
            new Screen("screen=play&game=tictactoe", "", ".board-grid"),
            new Screen("screen=play&game=tictactoe&cover=away", "", ".cover.veil"),
            new Screen("screen=play&game=tictactoe", "resign.open", "dialog[open]"),
            new Screen("screen=watch", "", ".play-head"),
            new Screen("screen=watch&cover=waiting", "", ".cover-card"),
            new Screen("screen=result&asked", "", ".receipt"),
            new Screen("screen=result&game=tictactoe", "", ".receipt"),
            new Screen("screen=result&gone", "", ".receipt"),
            new Screen("screen=over", "", ".notice-screen button.primary"),
            new Screen("screen=over&code=4504", "", ".notice-screen button.primary"));

    /**
     * @param query what the stage is asked for
     * @param press the key of the words on a button to press there; empty for none
     * @param shown what is to be seen when it stands
     */
    record Screen(String query, String press, String shown) {}

    private final HttpServer server;

    private ClientStage(HttpServer server) {
        this.server = server;
    }

    static ClientStage open() {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        Filter keep = Filter.beforeHandler(
                "browsers keep files", exchange -> exchange.getResponseHeaders().set("Cache-Control", "max-age=3600"));
        try {
            var server = HttpServer.create(address, 0, "/", SimpleFileServer.createFileHandler(CLIENT), keep);
            server.start();
            return new ClientStage(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Opens a screen and waits until it stands.
     *
     * @param more further words for the stage: {@code theme}, {@code names}
     */
    void show(Page page, Screen screen, String language, String more) {
        String press = screen.press().isEmpty()
                ? ""
                : words(language).get(screen.press()).asText();
        page.navigate("http://localhost:" + server.getAddress().getPort() + "/test/stage/?lang=" + language + "&"
                + screen.query() + "&press=" + encoded(press) + "&" + more);
        page.locator(screen.shown()).first().waitFor();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The texts of a language, by key. */
    static JsonNode words(String language) {
        Path locale = CLIENT.resolve("locales/" + language + ".json");
        try {
            return new ObjectMapper().readTree(locale.toFile());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(locale + " is no JSON", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
