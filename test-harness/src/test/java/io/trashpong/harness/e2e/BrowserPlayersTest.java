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

/** How players find each other, and who they are: each test in two browsers, on two relays. */
@ExtendWith(RunningStack.class)
class BrowserPlayersTest {
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
    void an_invitation_can_be_declined_and_taken_back_and_leads_both_to_the_first_move(Site site) {
        site.relays().alternate();
        Visitor ina = arrive(site, "Ina");
        Visitor olaf = arrive(site, "Olaf");

        ina.invite("Olaf");
        olaf.press("Decline");
        ina.await("Olaf does not want to play now.");
        ina.invite("Olaf");
        assertThat(card(olaf)).containsText("Ina invites you to a match");
        ina.press("Take it back");
        assertThat(card(olaf)).hasCount(0);
        ina.invite("Olaf");
        olaf.press("Accept");

        ina.press("I am ready");
        olaf.press("I am ready");
        for (Visitor player : List.of(ina, olaf)) {
            player.awaitRally();
        }
        ina.page().keyboard().down("ArrowUp");
        olaf.awaitMoveOf(0);
        leave(olaf, ina);
    }

    @Test
    void a_guest_becomes_an_account_and_keeps_name_and_points(Site site) {
        site.relays().alternate();
        String password = "rusty lid 42 bins";
        Visitor gala = arrive(site, "Gala");
        Visitor hugo = arrive(site, "Hugo");
        gala.openRoom("For points");
        hugo.join("For points");
        hugo.press("I am ready");
        gala.press("I am ready");
        gala.awaitRally();
        hugo.leaveMatch();
        gala.await("You win");
        gala.press("To the lobby");
        assertThat(gala.page().locator(".leader.mine")).containsText("Gala (you)3");

        gala.page().getByRole(AriaRole.LINK, named("Gala")).click();
        gala.page().getByLabel("New password").fill(password);
        gala.press("Make an account");
        gala.await("Your points have come along.");
        gala.press("Log out here");
        gala.page().getByText("I have an account").click();
        gala.page().getByLabel("Password").fill(password);
        gala.press("Log in");

        assertThat(gala.page().locator(".leader.mine")).containsText("Gala (you)3");
        assertEquals(List.of(), gala.troubles());
        assertEquals(List.of(), hugo.troubles());
    }

    @Test
    void the_computer_makes_room_for_who_comes_in(Site site) {
        site.relays().alternate();
        Visitor paul = arrive(site, "Paul");
        Visitor mona = arrive(site, "Mona");
        paul.openRoom("Meanwhile");
        assertThat(paul.page().locator(".practice")).isVisible();
        paul.page().keyboard().down("ArrowDown");

        mona.join("Meanwhile");
        paul.await("Mona is here, the computer makes room.");
        assertThat(paul.page().locator(".practice")).hasCount(0);
        paul.press("I am ready");
        mona.press("I am ready");
        paul.awaitRally();
        mona.awaitRally();
        leave(paul, mona);
        mona.press("To the lobby");
        mona.await("Up for a rally?");
    }

    /** One leaves the match; the other reads that he has won, whoever opened the room. */
    private static void leave(Visitor leaver, Visitor other) {
        leaver.leaveMatch();
        leaver.await("Up for a rally?");
        other.await("You win");
        assertThat(other.page().locator(".result-names")).hasText("The other player left.");
        assertEquals(List.of(), leaver.troubles());
        assertEquals(List.of(), other.troubles());
    }

    private static Visitor arrive(Site site, String name) {
        Visitor visitor = browsers.visitor(site.url().toString());
        visitor.enter(name);
        return visitor;
    }

    private static Locator card(Visitor visitor) {
        return visitor.page().locator(".invitation");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
