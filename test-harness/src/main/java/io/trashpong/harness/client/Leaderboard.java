package io.trashpong.harness.client;

import io.trashpong.protocol.Player;
import java.util.List;
import java.util.Optional;

/** The best players of a game, best first. */
public record Leaderboard(List<Entry> entries) {
    public Leaderboard {
        entries = List.copyOf(entries);
    }

    public record Entry(int rank, Player player, int points, int matches, int wins) {}

    public Optional<Entry> findEntry(Player player) {
        return entries.stream()
                .filter(entry -> entry.player().id().equals(player.id()))
                .findFirst();
    }
}
