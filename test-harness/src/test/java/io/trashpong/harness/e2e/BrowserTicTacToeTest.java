package io.trashpong.harness.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.trashpong.harness.e2e.RunningStack.Site;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningStack.class)
class BrowserTicTacToeTest {
    private static final int SIDE = 3;
    private static final int CENTRE = 4;

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
    void two_on_different_relays_play_by_keyboard_alone_to_a_result_and_a_rematch(Site site) {
        Visitor left = arrive(site, "Xenia");
        Visitor right = arrive(site, "Otto");
        site.relays().use(0);
        key(left, "New room");
        Locator dialog = left.page().locator("dialog[open]");
        enter(dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Tic-tac-toe")));
        left.page().getByLabel("Its name").focus();
        left.page().keyboard().type("Noughts");
        left.page().keyboard().press("Enter");
        left.await("Waiting for a second player.");
        assertThat(right.room("Noughts")).containsText("Tic-tac-toe");
        site.relays().use(1);
        enter(right.room("Noughts").getByRole(AriaRole.BUTTON));
        key(right, "I am ready");
        key(left, "I am ready");

        Visitor first = whoseTurn(left, right);
        Visitor second = first == left ? right : left;
        take(first, CENTRE, 0);
        assertThat(second.page().locator(".turn [aria-live=polite]"))
                .hasText((first == left ? "Xenia" : "Otto") + " took row 1, column 1. Your turn");
        take(second, CENTRE, 3);
        take(first, 0, 1);
        take(second, 3, 4);
        take(first, 1, 2);

        assertThat(first.page().locator(".result-verdict")).hasText("You win");
        assertThat(second.page().locator(".result-verdict")).hasText("You lose");
        assertThat(first.page().locator(".result .receipt")).containsText("Your turns");
        key(first, "Rematch");
        second.await(" wants a rematch.");
        key(second, "Rematch");
        assertThat(second.page().locator(".turn-of")).hasText("Your turn");
        assertThat(first.page().locator(".turn-of")).containsText(" is next");
        take(second, CENTRE, CENTRE);
        key(first, "Give up");
        enter(first.page().locator("dialog[open] button").first());
        assertThat(first.page().locator(".result-names")).hasText("You gave up.");
        assertThat(second.page().locator(".result-names")).hasText("The other player gave up.");
        for (Visitor visitor : List.of(left, right)) {
            assertEquals(List.of(), visitor.troubles());
        }
    }

    private static Visitor arrive(Site site, String name) {
        Visitor visitor = browsers.visitor(site.url().toString());
        visitor.enter(name);
        return visitor;
    }

    /** Waits until it is somebody's turn. */
    private static Visitor whoseTurn(Visitor left, Visitor right) {
        Locator ofLeft = yours(left);
        Locator ofRight = yours(right);
        while (!ofLeft.isVisible() && !ofRight.isVisible()) {
            left.page().waitForTimeout(50);
        }
        return ofLeft.isVisible() ? left : right;
    }

    private static Locator yours(Visitor visitor) {
        return visitor.page().locator(".turn-of").filter(new Locator.FilterOptions().setHasText("Your turn"));
    }

    /** Goes there by arrow keys from where the focus is, and takes the cell. */
    private static void take(Visitor visitor, int from, int to) {
        assertThat(visitor.page().locator(".turn-of")).hasText("Your turn");
        Locator cell = cell(visitor.page(), from);
        assertThat(cell).isFocused();
        press(visitor, to / SIDE - from / SIDE, "ArrowDown", "ArrowUp");
        press(visitor, to % SIDE - from % SIDE, "ArrowRight", "ArrowLeft");
        assertThat(cell(visitor.page(), to)).isFocused();
        visitor.page().keyboard().press("Enter");
        assertThat(cell(visitor.page(), to)).not().hasAttribute("aria-label", free(to));
    }

    private static void press(Visitor visitor, int steps, String forward, String back) {
        for (int step = 0; step < Math.abs(steps); step++) {
            visitor.page().keyboard().press(steps > 0 ? forward : back);
        }
    }

    private static Locator cell(Page page, int cell) {
        return page.locator(".play .cell").nth(cell);
    }

    private static String free(int cell) {
        return "Row " + (cell / SIDE + 1) + ", column " + (cell % SIDE + 1) + ": free";
    }

    private static void key(Visitor visitor, String button) {
        enter(visitor.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true)));
    }

    private static void enter(Locator button) {
        button.focus();
        button.press("Enter");
    }
}
