package io.trashpong.harness.e2e;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;

/**
 * A page that can be frozen as a phone freezes a tab out of sight: hidden first, then without timers, frames and messages.
 * Playwright keeps its own pages visible, and a visible page is never frozen; so this one is driven by Chromium's protocol.
 */
final class FreezablePage implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final CDPSession browser;
    private final String target;
    private final String session;
    private final Map<Integer, JsonObject> answers = new HashMap<>();
    private int asked;

    private FreezablePage(CDPSession browser, String target, String session) {
        this.browser = browser;
        this.target = target;
        this.session = session;
        browser.on("Target.receivedMessageFromTarget", event -> {
            JsonObject message =
                    JsonParser.parseString(event.get("message").getAsString()).getAsJsonObject();
            if (message.has("id")) {
                answers.put(message.get("id").getAsInt(), message);
            }
        });
    }

    static FreezablePage open(Browser chromium, String url) {
        CDPSession browser = chromium.newBrowserCDPSession();
        var page = new JsonObject();
        page.addProperty("url", url);
        String target =
                browser.send("Target.createTarget", page).get("targetId").getAsString();
        var attach = new JsonObject();
        attach.addProperty("targetId", target);
        attach.addProperty("flatten", false);
        String session =
                browser.send("Target.attachToTarget", attach).get("sessionId").getAsString();
        return new FreezablePage(browser, target, session);
    }

    void enter(String name) {
        await("document.querySelector('#name') !== null && (document.querySelector('#name').value = '" + name + "')");
        press("button.big", "");
    }

    /** For one time only: a page that was woken is kept in sight. */
    void freeze() {
        lifecycle("frozen");
    }

    /** Runs again and is seen again. */
    void wake() {
        lifecycle("active");
        var inSight = new JsonObject();
        inSight.addProperty("enabled", true);
        var _ = call("Emulation.setFocusEmulationEnabled", inSight);
    }

    /** Clicks what the selector finds and shows that text, as soon as it is there. */
    void press(String selector, String text) {
        await("""
                (() => {
                  const found = [...document.querySelectorAll('%s')].find((each) => each.textContent.includes('%s'));
                  const there = found !== undefined && found.offsetParent !== null && !found.disabled;
                  if (there) found.click();
                  return there;
                })()""".formatted(selector, text));
    }

    /** Waits until the expression is true. */
    void await(String expression) {
        Awaitility.await(expression)
                .atMost(PATIENCE)
                .pollInterval(LOOK_EVERY)
                .pollInSameThread()
                .until(() -> {
                    var script = new JsonObject();
                    script.addProperty("expression", "Boolean(" + expression + ")");
                    JsonObject answer = call("Runtime.evaluate", script);
                    JsonObject value = answer.getAsJsonObject("result").getAsJsonObject("result");
                    return value.has("value") && value.get("value").getAsBoolean();
                });
    }

    @Override
    public void close() {
        var page = new JsonObject();
        page.addProperty("targetId", target);
        var _ = browser.send("Target.closeTarget", page);
        browser.detach();
    }

    private void lifecycle(String state) {
        var parameters = new JsonObject();
        parameters.addProperty("state", state);
        var _ = call("Page.setWebLifecycleState", parameters);
    }

    private JsonObject call(String method, JsonObject parameters) {
        asked++;
        int id = asked;
        var message = new JsonObject();
        message.addProperty("id", id);
        message.addProperty("method", method);
        message.add("params", parameters);
        var wrapped = new JsonObject();
        wrapped.addProperty("sessionId", session);
        wrapped.addProperty("message", message.toString());
        var _ = browser.send("Target.sendMessageToTarget", wrapped);
        Awaitility.await(method)
                .atMost(PATIENCE)
                .pollInterval(LOOK_EVERY)
                .pollInSameThread()
                .until(() -> {
                    browser.send("Target.getTargets"); // Playwright hears its browser while it asks something
                    return answers.containsKey(id);
                });
        return Objects.requireNonNull(answers.remove(id));
    }
}
