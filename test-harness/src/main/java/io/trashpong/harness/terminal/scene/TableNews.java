package io.trashpong.harness.terminal.scene;

import io.trashpong.games.tictactoe.Board;
import io.trashpong.games.tictactoe.Mark;
import io.trashpong.games.tictactoe.Ruling;
import io.trashpong.games.tictactoe.TurnClock;
import io.trashpong.harness.terminal.view.BoardLines;
import io.trashpong.harness.terminal.view.Line;
import io.trashpong.harness.terminal.view.Refusals;
import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.MatchResult;
import io.trashpong.protocol.RoomSnapshot;
import io.trashpong.protocol.SeatState;
import io.trashpong.protocol.ServerMessage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a room's messages make of the scene. The player is ready as soon as he sits: at a terminal there is nothing to wait for. */
public final class TableNews {
    private static final long MICROS_PER_SECOND = 1_000_000;

    private TableNews() {}

    /** @param table of {@code scene}, which the message is from */
    public static Step hear(Scene scene, Table table, ServerMessage message) {
        return switch (message) {
            case ServerMessage.Welcome welcome -> welcome(scene, table, welcome);
            case ServerMessage.SeatChanged(long _, int seat, SeatState state) -> seat(scene, table, seat, state);
            case ServerMessage.Countdown _ ->
                Step.telling(
                        scene.withTable(
                                table.withPhase(RoomSnapshot.Phase.COUNTDOWN).withoutBoard()),
                        Line.news("The match begins. You are " + BoardLines.letter(Mark.of(table.seat()))
                                + "; a turn has " + TurnClock.TURN / MICROS_PER_SECOND + " s."));
            case ServerMessage.Turn(long seq, int seat, long until) ->
                turn(scene, table, new RoomSnapshot.OpenTurn(seq, seat, until));
            case ServerMessage.Played(long _, int seat, int cell) -> played(scene, table, seat, cell);
            case ServerMessage.Paused paused -> paused(scene, table, paused);
            case ServerMessage.Resumed _ ->
                Step.telling(
                        scene.withTable(table.withPhase(RoomSnapshot.Phase.RALLY)), Line.news("The match goes on."));
            case ServerMessage.Finished finished -> finished(scene, table, finished.result());
            case ServerMessage.RematchAsked(long _, int seat) ->
                seat == table.seat()
                        ? Step.quiet(scene)
                        : Step.telling(scene, Line.news(table.nameAt(seat) + " wants another match: again?"));
            case ServerMessage.ChatSaid said ->
                Step.telling(scene, Line.news(said.from().name() + ": " + said.text()));
            case ServerMessage.Emoted(Integer seat, String id) ->
                Step.telling(
                        scene, Line.news((seat == null ? "A spectator" : table.nameAt(seat)) + " sends " + id + "."));
            case ServerMessage.Delay(int seat, List<Long> lastThree) ->
                Step.quiet(scene.withTable(table.withDelay(seat, lastThree)));
            case ServerMessage.Refused refused ->
                Step.telling(scene, Refusals.of(refused.code().code(), refused.message()));
            case ServerMessage.Moved _,
                    ServerMessage.Goal _,
                    ServerMessage.Spectators _,
                    ServerMessage.Peer _,
                    ServerMessage.Signalled _,
                    ServerMessage.Frequent _ -> Step.quiet(scene);
        };
    }

    /** The first one, one after a reconnect, or one in between since the room has a new owner. */
    private static Step welcome(Scene scene, Table table, ServerMessage.Welcome welcome) {
        var lines = new ArrayList<Line>();
        Table next = table.withReached(true);
        RoomSnapshot snapshot = welcome.snapshot();
        if (snapshot == null) {
            if (!table.reached()) {
                lines.add(Line.trouble("Back at the table; nothing was missed."));
            }
        } else {
            boolean first = table.seats().get(table.seat()) == null;
            next = next.with(snapshot);
            lines.add(first ? Line.news(seated(next)) : Line.trouble("Back at the table; it stands so:"));
            lines.addAll(standing(next));
        }
        return new Step(scene.withTable(next), lines, readiness(next));
    }

    private static List<Line> standing(Table table) {
        var lines = new ArrayList<Line>();
        if (table.board() != null) {
            lines.addAll(BoardLines.of(table.board()));
        }
        if (table.turn() != null) {
            lines.add(whoseTurn(table, table.turn().seat()));
        }
        return lines;
    }

    private static Step turn(Scene scene, Table table, RoomSnapshot.OpenTurn turn) {
        var lines = new ArrayList<Line>();
        Table next = table.withTurn(turn);
        if (table.board() == null && next.board() != null) {
            lines.addAll(BoardLines.of(next.board()));
        }
        lines.add(whoseTurn(next, turn.seat()));
        return new Step(scene.withTable(next), lines, List.of());
    }

    private static Line whoseTurn(Table table, int seat) {
        return Line.news(
                seat == table.seat()
                        ? "Your turn: send ROW COL, or the number of a cell."
                        : "It is " + table.nameAt(seat) + "'s turn.");
    }

    private static Step played(Scene scene, Table table, int seat, int cell) {
        if (table.board() == null
                || !(table.board().play(Mark.of(seat), cell) instanceof Ruling.Accepted(Board next))) {
            return Step.quiet(scene);
        }
        var lines = new ArrayList<Line>();
        if (seat != table.seat()) {
            lines.add(Line.news(table.nameAt(seat) + " has taken " + BoardLines.place(cell) + "."));
        }
        lines.addAll(BoardLines.of(next));
        return new Step(scene.withTable(table.withBoard(next)), lines, List.of());
    }

    private static String seated(Table table) {
        return table.seats().get(table.opposite()) == null
                ? "You sit in '" + table.title() + "' and wait for somebody. 'end' gives the seat up."
                : "You sit in '" + table.title() + "' opposite " + table.nameAt(table.opposite()) + ".";
    }

    private static Step seat(Scene scene, Table table, int seat, @Nullable SeatState state) {
        SeatState before = table.seats().get(seat);
        Table seated = table.withSeat(seat, state);
        Table next = stops(table.phase(), state) ? seated.withPhase(RoomSnapshot.Phase.WAITING) : seated;
        var lines = new ArrayList<Line>();
        if (seat != table.seat()) {
            if (state == null && before != null) {
                lines.add(Line.news(before.player().name() + " has left."));
            } else if (state != null && before == null) {
                lines.add(Line.news(state.player().name() + " sits down."));
            } else if (state != null && before != null && before.presence() != state.presence()) {
                lines.add(Line.news(state.player().name() + presence(state.presence())));
            }
        }
        return new Step(scene.withTable(next), lines, readiness(next));
    }

    /** Who goes away in the countdown stops it, and who leaves after the end makes the room wait for another. */
    private static boolean stops(RoomSnapshot.Phase phase, @Nullable SeatState state) {
        return switch (phase) {
            case COUNTDOWN -> state == null || state.presence() == SeatState.Presence.AWAY;
            case FINISHED -> state == null;
            case WAITING, SERVE, RALLY, PAUSED -> false;
        };
    }

    private static String presence(SeatState.Presence presence) {
        return switch (presence) {
            case HERE -> " is back.";
            case AWAY -> " is away.";
        };
    }

    private static Step paused(Scene scene, Table table, ServerMessage.Paused paused) {
        long seconds = Math.max(0, paused.until() - paused.at()) / MICROS_PER_SECOND;
        String who = paused.seat() == table.seat() ? "you" : table.nameAt(paused.seat());
        return Step.telling(
                scene.withTable(table.withPhase(RoomSnapshot.Phase.PAUSED)),
                Line.news("The match stands still and waits for " + who + ", " + seconds + " s at most."));
    }

    private static Step finished(Scene scene, Table table, MatchResult result) {
        Integer winner = result.winner();
        String other = table.nameAt(table.opposite());
        String outcome = winner == null ? "A draw." : winner == table.seat() ? "You have won!" : other + " has won.";
        String why = switch (result.ending()) {
            case PLAYED -> "";
            case LEFT -> winner != null && winner == table.seat() ? " " + other + " has left." : "";
            case RESIGNED -> winner != null && winner == table.seat() ? " " + other + " gives up." : "";
            case TIME -> " The time of the turn was up.";
            case AWAY -> " The loser was away for too long.";
        };
        return Step.telling(
                scene.withTable(table.withPhase(RoomSnapshot.Phase.FINISHED)),
                Line.news(outcome + why + " 'again' asks for another match, 'end' leaves."));
    }

    private static List<Errand> readiness(Table table) {
        return table.awaitsMe() ? List.of(new Errand.Send(new ClientMessage.Ready())) : List.of();
    }
}
