package io.trashpong.harness.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trashpong.harness.e2e.RunningStack.Site;
import io.trashpong.harness.stack.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** {@code trashpong play} as people use it. */
@Isolated
@ExtendWith(RunningStack.class)
class TerminalTest {
    private static final String PASSWORD = "correct horse battery";
    private static final String NEXT_PASSWORD = "staple of the brave";
    private static final String CTRL_C = "\u0003";
    private static final String CTRL_D = "\u0004";
    private static final String CTRL_U = "\u0015";

    @TempDir
    Path folder;

    @Test
    void an_account_is_made_used_and_given_another_password(Site site) throws Exception {
        Path history = folder.resolve("history");
        try (var hypatia = PseudoTerminal.play(site.url(), history)) {
            hypatia.await("'help' lists the rest.");
            hypatia.type("list", "You are not logged in");
            hypatia.type("adduser Hypatia", "Password: ");
            hypatia.type(PASSWORD, "Again: ");
            hypatia.type(PASSWORD, "Welcome, Hypatia.");
            hypatia.type("list", "free  Hypatia (you)");
            hypatia.type("passwd", "Current password: ");
            hypatia.type(PASSWORD, "New password: ");
            hypatia.type(NEXT_PASSWORD, "Again: ");
            hypatia.type(NEXT_PASSWORD, "The password is changed");
            hypatia.type("logout", "Goodbye, Hypatia.");

            hypatia.type("login Hypatia", "Password: ");
            hypatia.type(PASSWORD, "Name and password don't fit together.");
            hypatia.type("login Hypatia " + NEXT_PASSWORD, "Password: ");
            hypatia.send(CTRL_C);
            hypatia.await("You are not logged in.");
            hypatia.type("login Hypatia", "Password: ");
            hypatia.type(NEXT_PASSWORD, "Welcome, Hypatia.");
            hypatia.await("Hypatia> ");
            hypatia.send("half a line" + CTRL_C);
            hypatia.await("'exit' or Ctrl-D ends.");
            hypatia.await("Hypatia> ");
            hypatia.send(CTRL_D);
            assertEquals(0, hypatia.exitCode());

            assertFalse(hypatia.everything().contains(PASSWORD), "a password was shown");
            String kept = Files.readString(history);
            assertTrue(kept.contains("adduser Hypatia"), kept);
            assertFalse(kept.contains(PASSWORD) || kept.contains(NEXT_PASSWORD), kept);
        }
    }

    @Test
    void a_key_completes_words_and_the_names_of_who_is_free(Site site) throws Exception {
        try (var emmy = PseudoTerminal.play(site.url(), folder.resolve("emmy"));
                var sophie = PseudoTerminal.play(site.url(), folder.resolve("sophie"))) {
            emmy.type("guest Emmy", "Welcome, Emmy.");
            sophie.await("trashpong> ");
            sophie.send("gue\t");
            sophie.await("guest ");
            sophie.type("Sophie", "Welcome, Sophie.");
            sophie.type("list", "Emmy");
            sophie.send("begin Em\t");
            sophie.await("begin Emmy");
            sophie.type("", "You have invited Emmy");
            emmy.await("Sophie invites you to");
            emmy.type("refuse", "You have refused to play with Sophie.");
            sophie.await("Emmy has refused.");
            sophie.type("exit");
            emmy.type("exit");
            assertEquals(0, sophie.exitCode());
            assertEquals(0, emmy.exitCode());
        }
    }

    @Test
    void two_terminals_play_a_game_through_the_death_of_their_relay(Site site) throws Exception {
        site.relays().use(0);
        try (var grace = PseudoTerminal.play(site.url(), folder.resolve("grace"));
                var linus = PseudoTerminal.play(site.url(), folder.resolve("linus"))) {
            grace.type("guest Grace", "Welcome, Grace.");
            linus.type("guest Linus", "Welcome, Linus.");
            grace.typeUntil("list", "Linus");
            grace.send("half a com");
            linus.type("begin Grace", "You have invited Grace to tic-tac-toe.");
            grace.await("Linus invites you to tic-tac-toe: accept or refuse?");
            grace.await("half a com");
            grace.send(CTRL_U);
            grace.type("accept", "You sit in");
            linus.await("Grace has accepted.");
            linus.await("You are X");
            grace.await("You are O");
            boolean linusBegins = linus.awaitEither("Your turn", "It is Grace's turn.");
            if (!linusBegins) {
                grace.await("Your turn");
            }
            playToTheEnd(site, linusBegins ? linus : grace, linusBegins ? grace : linus);
            linus.type("leaders", "Linus");
            linus.type("exit");
            grace.type("exit");
            assertEquals(0, linus.exitCode());
            assertEquals(0, grace.exitCode());
        } finally {
            site.relays().use(0);
            if (!site.stack().relays().getFirst().handle().isAlive()) {
                try (var http = HttpClient.newHttpClient()) {
                    site.stack().restartRelay(0).awaitReady(http);
                }
            }
        }
    }

    /** One relay dies in the middle; who began wins; who lost begins the next match, gives it up, and leaves. */
    private static void playToTheEnd(Site site, PseudoTerminal first, PseudoTerminal second) {
        second.type("send 1 1", "'s turn.");
        first.type("send 2 2", "'s turn.");
        second.await("has taken 2 2.");
        second.await("Your turn");
        second.type("send 5", "That cell is taken.");
        second.type("send 1", "'s turn.");
        first.await("has taken 1 1.");
        first.typeUntil("delay", " ms");

        ServiceProcess relay = site.stack().relays().getFirst();
        boolean _ = relay.handle().destroyForcibly();
        var _ = relay.handle().onExit().join();
        for (PseudoTerminal player : List.of(first, second)) {
            player.await("The connection to the table is lost");
            player.await("Back at the table");
        }
        first.await("Your turn");
        first.type("send 3 1", "'s turn.");
        second.await("has taken 3 1.");
        second.await("Your turn");
        second.type("send 4", "'s turn.");
        first.await("has taken 2 1.");
        first.await("Your turn");
        first.type("send 1 3", "]");
        first.await("You have won!");
        second.await("has won.");

        second.type("again", "You have asked for another match.");
        first.type("again", "The match begins.");
        second.await("Your turn");
        second.type("end", "You give the match up.");
        first.await("You have won!");
        first.await("gives up.");
        second.await("has won.");
        second.type("end", "You have left the table.");
    }

    @Test
    void commands_may_be_piped_in_and_a_refused_one_is_told_by_the_exit_code(Site site) throws Exception {
        Piped good = pipe(site.url(), "guest Karl", "list", "leaders", "rooms", "help send", "exit");
        assertEquals(0, good.exitCode(), good.output());
        assertTrue(good.output().contains("free  Karl (you)"), good.output());
        assertFalse(good.output().contains("\u001b"), good.output());

        Piped bad =
                pipe(site.url(), "guest x", "begin", "login Karl", "short", "accept", "send 1 1", "delay", "\u001b[2J");
        assertEquals(1, bad.exitCode(), bad.output());
        assertTrue(bad.output().contains("That is no name"), bad.output());
        assertTrue(bad.output().contains("Type it so: begin NAME"), bad.output());
        assertFalse(bad.output().contains("\u001b"), bad.output());
    }

    @Test
    void where_nothing_answers_it_says_so_and_ends(Site site) throws Exception {
        Piped nobody = pipe(URI.create("http://localhost:1"), "list");
        assertEquals(1, nobody.exitCode(), nobody.output());
        assertTrue(nobody.output().startsWith("Nothing answers at http://localhost:1."), nobody.output());
        Piped wrong = pipe(URI.create("ftp://localhost"), "list");
        assertEquals(2, wrong.exitCode(), wrong.output());
        Piped relay = pipe(site.relay(1), "list");
        assertEquals(1, relay.exitCode(), relay.output());
        assertTrue(relay.output().contains("not as Trashpong does"), relay.output());
    }

    private record Piped(int exitCode, String output) {}

    private Piped pipe(URI url, String... lines) throws IOException, InterruptedException {
        List<String> command = PseudoTerminal.javaCommand();
        command.addAll(List.of("play", "--url", url.toString()));
        Path input = Files.writeString(folder.resolve("commands"), String.join("\n", lines));
        Path output = folder.resolve("output");
        int exitCode = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        return new Piped(exitCode, Files.readString(output, StandardCharsets.UTF_8));
    }
}
