package io.trashpong.lobby.match;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.trashpong.lobby.rating.Rating;
import io.trashpong.protocol.Player;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The best of a game in a period, best first.
 *
 * @param me where the caller stands; null when he has played no match in it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Leaderboard(List<Entry> entries, @Nullable Entry me) {
    public Leaderboard {
        entries = List.copyOf(entries);
    }

    /**
     * @param rank from 1; who has equal points and wins shares it
     * @param points {@value StandingTable#POINTS_WON} for a win, {@value StandingTable#POINTS_DRAWN} for a draw
     * @param rating of all time, whatever the period; null when he was never rated
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Entry(
            long rank,
            Player player,
            int points,
            int matches,
            int wins,
            @Nullable Strength rating) {}

    /**
     * A rating as it is shown.
     *
     * @param provisional whether it says little yet
     */
    public record Strength(long value, long deviation, boolean provisional) {
        static Strength of(Rating rating) {
            return new Strength(Math.round(rating.value()), Math.round(rating.deviation()), rating.isProvisional());
        }
    }
}
