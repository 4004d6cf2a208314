package io.trashpong.harness.terminal;

import io.trashpong.harness.client.User;
import io.trashpong.harness.terminal.command.Command;
import io.trashpong.harness.terminal.command.CommandReader;
import io.trashpong.harness.terminal.command.Parsed;
import io.trashpong.harness.terminal.scene.Scene;
import io.trashpong.harness.terminal.scene.Table;
import io.trashpong.harness.terminal.view.HelpLines;
import io.trashpong.harness.terminal.view.Line;
import io.trashpong.harness.terminal.view.PlainText;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Reads commands, one after another, has each carried out, and shows what came of it. */
final class Shell {
    static final Line AWAY = Line.refusal("The server does not answer just now. Try again in a moment.");

    private final Stage stage;
    private final Console console;
    private final AccountCommands account;
    private final LobbyCommands lobby;
    private final TableCommands atTable;
    private boolean refused;

    Shell(Stage stage, Console console) {
        this.stage = stage;
        this.console = console;
        account = new AccountCommands(stage, console);
        lobby = new LobbyCommands(stage);
        atTable = new TableCommands(stage);
    }

    /** @return whether everything that was asked for could be done */
    boolean run() {
        while (true) {
            switch (console.read(prompt())) {
                case Console.Heard.Typed(String line) -> {
                    switch (CommandReader.read(line)) {
                        case Parsed.Understood(Command.Exit _) -> {
                            leave();
                            return !refused;
                        }
                        case Parsed.Understood(Command command) -> show(attempt(command));
                        case Parsed.Mistake(String sentence) -> show(List.of(Line.refusal(sentence)));
                        case Parsed.Nothing _ -> {}
                    }
                }
                case Console.Heard.Interrupted _ -> console.say(Line.answer("'exit' or Ctrl-D ends."));
                case Console.Heard.Ended _ -> {
                    leave();
                    return !refused;
                }
            }
        }
    }

    private String prompt() {
        return PlainText.of(stage.scene().map(scene -> scene.me().name()).orElse("trashpong")) + "> ";
    }

    private void show(List<Line> lines) {
        refused |= lines.stream().anyMatch(line -> line.tone() == Line.Tone.REFUSAL);
        lines.forEach(console::say);
    }

    private List<Line> attempt(Command command) {
        try {
            return carryOut(command);
        } catch (UncheckedIOException away) {
            return List.of(AWAY);
        }
    }

    private List<Line> carryOut(Command command) {
        return switch (command) {
            case Command.AddUser(String name) -> account.addUser(name);
            case Command.LogIn(String name) -> account.logIn(name);
            case Command.Guest(String name) -> account.guest(name);
            case Command.LogOut _ -> asUser(account::logOut);
            case Command.ChangePassword _ -> asUser(account::changePassword);
            case Command.ListPlayers _ -> asUser(lobby::list);
            case Command.Leaders(boolean week) -> asUser(user -> lobby.leaders(user, week));
            case Command.Begin(String name) -> inLobby((user, scene) -> lobby.begin(user, scene, name));
            case Command.Accept(String name) -> inLobby((user, scene) -> lobby.accept(user, scene, name));
            case Command.Refuse(String name) -> inLobby((user, scene) -> lobby.refuse(user, scene, name));
            case Command.Quick _ -> inLobby(lobby::quick);
            case Command.ListRooms _ -> inLobby((_, scene) -> lobby.rooms(scene));
            case Command.Join(int number) -> inLobby((user, scene) -> lobby.join(user, scene, number));
            case Command.Send(int cell) -> atTable((_, table) -> atTable.play(table, cell));
            case Command.Delay _ -> atTable((_, table) -> atTable.delay(table));
            case Command.Again _ -> atTable((_, table) -> atTable.again(table));
            case Command.Say(String text) -> atTable((_, table) -> atTable.say(table, text));
            case Command.End _ -> inLobby(this::end);
            case Command.Help(var about) -> about == null ? HelpLines.all() : List.of(HelpLines.of(about));
            case Command.Exit _ -> List.of();
        };
    }

    private List<Line> asUser(Function<User, List<Line>> action) {
        return stage.user()
                .map(action)
                .orElseGet(() -> List.of(Line.refusal(
                        "You are not logged in: 'login NAME', 'adduser NAME' for a new account, or 'guest NAME'.")));
    }

    private List<Line> inLobby(BiFunction<User, Scene, List<Line>> action) {
        return asUser(user -> action.apply(user, stage.scene().orElseThrow()));
    }

    private List<Line> atTable(BiFunction<User, Table, List<Line>> action) {
        return inLobby((user, scene) -> {
            Table table = scene.table();
            return table == null
                    ? List.of(Line.refusal("You sit at no table: 'begin NAME', 'quick', or 'rooms' and 'join'."))
                    : action.apply(user, table);
        });
    }

    private List<Line> end(User user, Scene scene) {
        Table table = scene.table();
        if (table != null) {
            return atTable.end(user, table);
        }
        List<Line> withdrawn = lobby.withdraw(user, scene);
        return withdrawn.isEmpty() ? List.of(Line.refusal("There is nothing to end.")) : withdrawn;
    }

    private void leave() {
        stage.leaveTable();
        stage.user().ifPresent(AccountCommands::sayGoodbye);
    }
}
