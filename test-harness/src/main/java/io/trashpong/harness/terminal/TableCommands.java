package io.trashpong.harness.terminal;

import io.trashpong.games.tictactoe.Board;
import io.trashpong.games.tictactoe.Mark;
import io.trashpong.games.tictactoe.Ruling;
import io.trashpong.harness.client.User;
import io.trashpong.harness.terminal.scene.Table;
import io.trashpong.harness.terminal.view.DelayLines;
import io.trashpong.harness.terminal.view.Line;
import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.RoomSnapshot;
import java.util.List;

/** What is done at a table. */
final class TableCommands {
    private final Stage stage;

    TableCommands(Stage stage) {
        this.stage = stage;
    }

    List<Line> delay(Table table) {
        return List.of(
                DelayLines.of(table.nameAt(0), table.delays().getOrDefault(0, List.of())),
                DelayLines.of(table.nameAt(1), table.delays().getOrDefault(1, List.of())));
    }

    /** A match is given up first, and the seat kept for another; then it is left. */
    List<Line> end(User user, Table table) {
        if (table.mayResign() && table.reached()) {
            return toTheTable(table, new ClientMessage.Resign(), "You give the match up.");
        }
        stage.leaveTable();
        if (!table.reached()) {
            var _ = user.giveUpSeat(table.room());
        }
        return List.of(Line.answer("You have left the table."));
    }

    List<Line> again(Table table) {
        if (table.isPlaying()) {
            return List.of(Line.refusal("This match is not over yet."));
        }
        return toTheTable(table, new ClientMessage.Rematch(), "You have asked for another match.");
    }

    /** What the rules say at once need not be asked of the relay. */
    List<Line> play(Table table, int cell) {
        Board board = table.board();
        if (board == null || !table.isPlaying()) {
            return List.of(Line.refusal("No match is running."));
        }
        return switch (board.play(Mark.of(table.seat()), cell)) {
            case Ruling.Accepted _ -> send(table, cell);
            case Ruling.Refused(Ruling.Reason reason) -> List.of(Line.refusal(sentence(reason, table)));
        };
    }

    private List<Line> send(Table table, int cell) {
        RoomSnapshot.OpenTurn turn = table.turn();
        return turn == null
                ? List.of(Line.refusal("Not now: the match stands still, or your move is on its way."))
                : toTheTable(table, new ClientMessage.Play(cell, turn.seq()), "");
    }

    private static String sentence(Ruling.Reason reason, Table table) {
        return switch (reason) {
            case OFF_BOARD -> "There is no such cell.";
            case OVER -> "The match is over.";
            case NOT_YOUR_TURN -> "It is " + table.nameAt(1 - table.seat()) + "'s turn.";
            case TAKEN -> "That cell is taken.";
        };
    }

    List<Line> say(Table table, String text) {
        return toTheTable(table, new ClientMessage.Chat(text), "");
    }

    private List<Line> toTheTable(Table table, ClientMessage message, String said) {
        if (!table.reached()) {
            return List.of(Line.refusal("The table can't be reached just now; wait until it is back."));
        }
        stage.send(message);
        return said.isEmpty() ? List.of() : List.of(Line.answer(said));
    }
}
