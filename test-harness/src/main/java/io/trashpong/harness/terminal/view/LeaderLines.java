package io.trashpong.harness.terminal.view;

import io.trashpong.harness.client.Leaderboard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The leaderboard as a table, and where oneself stands. */
public final class LeaderLines {
    private LeaderLines() {}

    public static List<Line> of(Leaderboard board) {
        if (board.entries().isEmpty()) {
            return List.of(Line.answer("Nobody has finished a match yet."));
        }
        var lines = new ArrayList<Line>();
        lines.add(Line.answer("  rank  points  wins  matches  rating  name"));
        for (Leaderboard.Entry entry : board.entries()) {
            lines.add(line(entry));
        }
        Leaderboard.Entry me = board.me();
        if (me != null && !board.entries().contains(me)) {
            lines.add(Line.answer("  …"));
            lines.add(line(me));
        }
        return lines;
    }

    private static Line line(Leaderboard.Entry entry) {
        return Line.answer(String.format(
                Locale.ROOT,
                "  %4d  %6d  %4d  %7d  %6s  %s",
                entry.rank(),
                entry.points(),
                entry.wins(),
                entry.matches(),
                rating(entry.rating()),
                entry.player().name()));
    }

    /** With a question mark while it is provisional. */
    private static String rating(Leaderboard.@Nullable Rating rating) {
        if (rating == null) {
            return "-";
        }
        return rating.value() + (rating.provisional() ? "?" : "");
    }
}
