package io.trashpong.harness.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.WebSocket;
import com.microsoft.playwright.WebSocketFrame;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.trashpong.contract.FrameCheck;
import io.trashpong.contract.FrameCheck.Sender;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A person at a browser: sees what is on the page and uses mouse and keyboard. Collects what must not happen. */
final class Visitor {
    private static final FrameCheck FRAMES = FrameCheck.load();
    private static final double PATIENCE_MILLIS = 40_000;
    /** The {@code paddle} frame: its kind, where the seat stands in it, where the paddle is and where it goes. */
    private static final int PADDLE = 0x81;

    private static final int PADDLE_SEAT = 1;
    private static final int PADDLE_Y = 8;
    private static final int PADDLE_TARGET = 12;

    private final Page page;
    private final List<String> troubles = new ArrayList<>();
    private final List<String> scores = new ArrayList<>();
    private final Set<Integer> moved = new HashSet<>();

    private Visitor(Page page) {
        this.page = page;
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.onDialog(this::dialog);
        page.onWebSocket(this::watch);
        page.onPageError(error -> troubles.add("error: " + error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.text().contains("Content Security Policy")) {
                troubles.add("console: " + message.text());
            }
        });
    }

    static Visitor arrive(Browser browser, String url, Browser.NewContextOptions options) {
        var visitor = new Visitor(browser.newContext(options.setLocale("en-GB")).newPage());
        visitor.page.navigate(url);
        return visitor;
    }

    void enter(String name) {
        page.getByLabel("Your name").fill(name);
        page.keyboard().press("Enter");
        page.getByRole(AriaRole.HEADING, named("Up for a rally?")).waitFor();
    }

    void openRoom(String title) {
        press("New room");
        page.getByLabel("Its name").fill(title);
        press("Open the room");
        page.getByText("Waiting for a second player.").waitFor();
    }

    /** The lobby's row of the room with that title. */
    Locator room(String title) {
        return page.locator("li.room").filter(new Locator.FilterOptions().setHasText(title));
    }

    void join(String title) {
        room(title).getByRole(AriaRole.BUTTON).click();
    }

    /** Asks who is in the list of those online to a match of Pong. */
    void invite(String name) {
        press("Invite " + name + " to Pong");
    }

    /** Waits until the ball of a match flies. */
    void awaitRally() {
        page.locator(".play-head").waitFor();
        page.locator(".play .cover").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    /** Waits until the relay has told of a paddle that moves, of that seat. */
    void awaitMoveOf(int seat) {
        page.waitForCondition(() -> moved.contains(seat));
    }

    /** Leaves a running match, and says that it is meant. */
    void leaveMatch() {
        press("Leave");
        page.locator("dialog[open]").getByText("Leave", exactly()).last().click();
    }

    void press(String button) {
        page.getByRole(AriaRole.BUTTON, named(button)).click();
    }

    void await(String text) {
        try {
            page.getByText(text).first().waitFor();
        } catch (TimeoutError e) {
            throw new AssertionError("not seen: " + text + "\nthe page says: " + page.innerText("body"), e);
        }
    }

    Page page() {
        return page;
    }

    /** Notes the score that stands above the court, if it changed. */
    void watchScore() {
        String score = score(".play-head .score");
        if (!score.isEmpty() && (scores.isEmpty() || !scores.getLast().equals(score))) {
            scores.add(score);
        }
    }

    /** The scores that stood above the court, in order. */
    List<String> scores() {
        return List.copyOf(scores);
    }

    void forgetScores() {
        scores.clear();
    }

    /** The score of the result; empty while there is none. */
    String result() {
        return score(".result .score");
    }

    /** Dialogs, errors, violations of the security policy: whatever must not have happened. */
    List<String> troubles() {
        return List.copyOf(troubles);
    }

    /** Every frame must be one that {@code docs/asyncapi.yaml} has. */
    private void watch(WebSocket socket) {
        boolean feed = socket.url().endsWith("/ws/lobby");
        socket.onFrameReceived(frame -> troubles.addAll(faults(feed ? Sender.FEED : Sender.ROOM, frame)));
        socket.onFrameSent(frame -> troubles.addAll(faults(Sender.CLIENT, frame)));
        socket.onFrameReceived(this::noteMove);
    }

    private static List<String> faults(Sender sender, WebSocketFrame frame) {
        return frame.text() == null ? FRAMES.faults(sender, frame.binary()) : FRAMES.faults(sender, frame.text());
    }

    private String score(String selector) {
        Object label = page.evaluate(
                "selector => document.querySelector(selector)?.getAttribute('aria-label') ?? ''", selector);
        return String.valueOf(label);
    }

    private void dialog(Dialog dialog) {
        troubles.add("dialog: " + dialog.message());
        dialog.dismiss();
    }

    private void noteMove(WebSocketFrame frame) {
        byte[] bytes = frame.binary();
        if (bytes != null && (bytes[0] & 0xff) == PADDLE) {
            var paddle = ByteBuffer.wrap(bytes);
            if (paddle.getInt(PADDLE_Y) != paddle.getInt(PADDLE_TARGET)) {
                moved.add((int) paddle.get(PADDLE_SEAT));
            }
        }
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
