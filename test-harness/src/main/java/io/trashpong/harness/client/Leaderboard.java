package io.trashpong.harness.client;

import io.trashpong.protocol.Player;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The best players of a game, best first.
 *
 * @param me where the caller stands; null when he has not played
 */
public record Leaderboard(List<Entry> entries, @Nullable Entry me) {
    public Leaderboard {
        entries = List.copyOf(entries);
    }

    /** @param rating null when he was never rated */
    public record Entry(
            int rank,
            Player player,
            int points,
            int matches,
            int wins,
            @Nullable Rating rating) {}

    /** By Glicko-2, rounded. */
    public record Rating(int value, int deviation, boolean provisional) {}

    public Optional<Entry> findEntry(Player player) {
        return entries.stream()
                .filter(entry -> entry.player().id().equals(player.id()))
                .findFirst();
    }
}
