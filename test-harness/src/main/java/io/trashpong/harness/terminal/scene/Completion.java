package io.trashpong.harness.terminal.scene;

import io.trashpong.games.tictactoe.Board;
import io.trashpong.harness.terminal.command.Word;
import io.trashpong.protocol.feed.InvitationView;
import io.trashpong.protocol.feed.PlayerView;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What could be typed next. */
public final class Completion {
    private Completion() {}

    /** The first word of a line. */
    public static List<String> words() {
        return Arrays.stream(Word.values()).map(Word::word).toList();
    }

    /** @param scene empty for who is not logged in */
    public static List<String> argumentsOf(Word word, Optional<Scene> scene) {
        return switch (word) {
            case BEGIN -> scene.map(Completion::free).orElse(List.of());
            case ACCEPT, REFUSE ->
                scene.map(Scene::invitationsToMe).orElse(List.of()).stream()
                        .map(InvitationView::from)
                        .map(from -> from.name())
                        .toList();
            case JOIN ->
                IntStream.rangeClosed(
                                1, scene.map(known -> known.rooms().size()).orElse(0))
                        .mapToObj(Integer::toString)
                        .toList();
            case LEADERS -> List.of("week");
            case HELP -> words();
            case SEND -> scene.map(Completion::freeCells).orElse(List.of());
            case ADDUSER, LOGIN, GUEST, LOGOUT, PASSWD, LIST, DELAY, END, AGAIN, SAY, QUICK, ROOMS, EXIT -> List.of();
        };
    }

    private static List<String> freeCells(Scene scene) {
        Board board = scene.table() == null ? null : scene.table().board();
        return board == null
                ? List.of()
                : IntStream.range(0, Board.CELLS)
                        .filter(cell -> board.at(cell).isEmpty())
                        .mapToObj(cell -> Integer.toString(cell + 1))
                        .toList();
    }

    private static List<String> free(Scene scene) {
        return scene.others().stream()
                .filter(player -> player.availability() == PlayerView.Availability.FREE)
                .map(PlayerView::name)
                .toList();
    }
}
