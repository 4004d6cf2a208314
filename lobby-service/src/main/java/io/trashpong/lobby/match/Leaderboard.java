package io.trashpong.lobby.match;

import io.trashpong.protocol.Player;
import io.trashpong.protocol.PlayerId;
import java.util.ArrayList;
import java.util.List;

/** The best of a game, best first. */
public record Leaderboard(List<Entry> entries) {
    public Leaderboard {
        entries = List.copyOf(entries);
    }

    /** @param standings best first, from the very first on */
    static Leaderboard of(List<Standing> standings) {
        var entries = new ArrayList<Entry>();
        for (Standing standing : standings) {
            var player = new Player(new PlayerId(standing.playerId()), standing.playerName());
            int place = entries.size() + 1;
            var equal = !entries.isEmpty() && entries.getLast().isLevelWith(standing.points(), standing.wins());
            int rank = equal ? entries.getLast().rank() : place;
            entries.add(new Entry(rank, player, standing.points(), standing.matches(), standing.wins()));
        }
        return new Leaderboard(entries);
    }

    /**
     * @param rank from 1; who has equal points and wins shares it
     * @param points {@value MatchTable#POINTS_WON} for a win, {@value MatchTable#POINTS_DRAWN} for a draw
     */
    public record Entry(int rank, Player player, int points, int matches, int wins) {
        private boolean isLevelWith(int otherPoints, int otherWins) {
            return points == otherPoints && wins == otherWins;
        }
    }
}
