package io.trashpong.harness.terminal;

import io.trashpong.harness.client.Answer;
import io.trashpong.harness.client.Password;
import io.trashpong.harness.client.User;
import io.trashpong.harness.terminal.view.Line;
import io.trashpong.harness.terminal.view.Refusals;
import io.trashpong.protocol.Player;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** What is about who one is. */
final class AccountCommands {
    private final Stage stage;
    private final Console console;

    AccountCommands(Stage stage, Console console) {
        this.stage = stage;
        this.console = console;
    }

    List<Line> addUser(String name) {
        Optional<Password> password = askNew("Password: ", "Again: ");
        if (password.isEmpty()) {
            return List.of(Line.refusal("No account was made."));
        }
        Optional<User> guest = stage.user();
        if (guest.isPresent()) {
            return changed(guest.get().upgrade(name, password.get()), "You have an account now, ");
        }
        return entered(User.createAccount(stage.origin(), stage.trust(), name, password.get()));
    }

    List<Line> logIn(String name) {
        if (stage.user().isPresent()) {
            return List.of(Line.refusal("You are logged in. 'logout' comes first."));
        }
        return ask("Password: ")
                .map(password -> entered(User.logIn(stage.origin(), stage.trust(), name, password)))
                .orElseGet(() -> List.of(Line.refusal("You are not logged in.")));
    }

    List<Line> guest(String name) {
        return stage.user().isPresent()
                ? List.of(Line.refusal("You are logged in. 'logout' comes first."))
                : entered(User.guest(stage.origin(), stage.trust(), name));
    }

    List<Line> logOut(User user) {
        if (stage.scene().map(scene -> scene.table() != null).orElse(false)) {
            return List.of(Line.refusal("You sit at a table. 'end' comes first."));
        }
        sayGoodbye(user);
        stage.leave();
        return List.of(Line.answer("Goodbye, " + user.player().name() + "."));
    }

    List<Line> changePassword(User user) {
        Optional<Password> current = ask("Current password: ");
        Optional<Password> next = current.flatMap(_ -> askNew("New password: ", "Again: "));
        if (next.isEmpty()) {
            return List.of(Line.refusal("The password is the old one."));
        }
        return changed(
                user.changePassword(current.orElseThrow(), next.get()),
                "The password is changed; every other device is logged out, ");
    }

    /** The server forgets the session; one that it can't be told of ends by itself. */
    static void sayGoodbye(User user) {
        try {
            var _ = user.logOut();
        } catch (UncheckedIOException away) {
            // Nothing is left to say.
        }
    }

    private List<Line> entered(Answer<User> answer) {
        return switch (answer) {
            case Answer.Granted<User>(int _, User user) -> {
                stage.enter(user);
                yield List.of(Line.answer("Welcome, " + user.player().name() + ". 'help' says what you can do."));
            }
            case Answer.Refused<User> refused -> List.of(Refusals.of(refused));
        };
    }

    private List<Line> changed(Answer<Player> answer, String sentence) {
        return switch (answer) {
            case Answer.Granted<Player>(int _, Player player) -> {
                stage.change(scene -> scene.withMe(player));
                yield List.of(Line.answer(sentence + player.name() + "."));
            }
            case Answer.Refused<Player> refused -> List.of(Refusals.of(refused));
        };
    }

    private Optional<Password> askNew(String prompt, String again) {
        Optional<Password> first = ask(prompt);
        if (first.isEmpty()) {
            return first;
        }
        Optional<Password> second = ask(again);
        if (second.isPresent() && !first.equals(second)) {
            console.say(Line.refusal("That was not the same twice."));
            return Optional.empty();
        }
        return second;
    }

    private Optional<Password> ask(String prompt) {
        return switch (console.readPassword(prompt)) {
            case Console.Heard.Typed(String line) when !line.isEmpty() -> Optional.of(new Password(line));
            case Console.Heard.Typed _, Console.Heard.Interrupted _, Console.Heard.Ended _ -> Optional.empty();
        };
    }
}
