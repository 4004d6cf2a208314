package io.trashpong.games.tictactoe;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** What the rules compute for chosen games and for all positions, as the JSON of {@code games/golden}. */
final class GoldenVectors {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Moves as {@code seat * 100 + cell}; some are against the rules. */
    private static final List<List<Integer>> GAMES = List.of(
            List.of(0, 103, 1, 104, 2, 105),
            List.of(4, 100, 2, 101, 6, 108),
            List.of(104, 0, 102, 1, 106),
            List.of(0, 1, 100, 104, 104, 8, 102, 6, 107, 3),
            List.of(0, 101, 2, 104, 3, 105, 7, 106, 8, 102),
            List.of(101, 3, 102, 4, 108, 6, 107, 5, 100),
            List.of(9, 99, 109, 8, 108, 104, 4));

    private GoldenVectors() {}

    static ArrayNode games() {
        ArrayNode all = JSON.createArrayNode();
        for (List<Integer> game : GAMES) {
            Board board = Board.empty(Mark.of(game.getFirst() / 100));
            ObjectNode entry = all.addObject().put("first", board.first().seat());
            ArrayNode steps = entry.putArray("steps");
            for (int code : game) {
                Mark mark = Mark.of(code / 100);
                ObjectNode step = steps.addObject().put("seat", mark.seat()).put("cell", code % 100);
                switch (board.play(mark, code % 100)) {
                    case Ruling.Accepted(Board next) -> board = next;
                    case Ruling.Refused(Ruling.Reason reason) -> step.put("refused", name(reason));
                }
                step.set("standing", standing(board.standing()));
                step.set("best", JSON.valueToTree(BestMoves.of(board)));
            }
            entry.set("moves", JSON.valueToTree(board.moves()));
        }
        return all;
    }

    /** One checksum over all positions: their marks, how they stand, and the best moves. */
    static ArrayNode positions() {
        ArrayNode all = JSON.createArrayNode();
        for (Mark first : Mark.values()) {
            int count = 0;
            int checksum = 0;
            for (Board board : AllGames.positions(first)) {
                count++;
                int best =
                        BestMoves.of(board).stream().mapToInt(cell -> 1 << cell).sum();
                checksum = 31 * (31 * checksum + AllGames.position(board)) + best;
            }
            all.addObject().put("first", first.seat()).put("positions", count).put("checksum", checksum);
        }
        return all;
    }

    private static ObjectNode standing(Standing standing) {
        ObjectNode node = JSON.createObjectNode();
        return switch (standing) {
            case Standing.Open(Mark turn) -> node.put("kind", "open").put("turn", turn.seat());
            case Standing.Won(Mark winner, List<Integer> line) -> {
                node.put("kind", "won").put("winner", winner.seat()).set("line", JSON.valueToTree(line));
                yield node;
            }
            case Standing.Drawn _ -> node.put("kind", "drawn");
        };
    }

    private static String name(Ruling.Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
