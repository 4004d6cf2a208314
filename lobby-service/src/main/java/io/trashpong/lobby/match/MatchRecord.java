package io.trashpong.lobby.match;

import io.trashpong.lobby.match.MatchView.RatingChange;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.PlayerId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A finished match as it is kept; written by {@link MatchTable} and only read here. */
@Entity
@Immutable
@Table(name = "match")
class MatchRecord {
    @Id
    private String id;

    @Column(name = "room_id")
    private String roomId;

    private String game;

    @Column(name = "player0_id")
    private String player0Id;

    @Column(name = "player0_name")
    private String player0Name;

    @Column(name = "player1_id")
    private String player1Id;

    @Column(name = "player1_name")
    private String player1Name;

    private @Nullable Integer winner;
    private int score0;
    private int score1;
    private String ending;
    private String receipt;

    @Column(name = "rating0_before")
    private @Nullable Double rating0Before;

    @Column(name = "rating0_after")
    private @Nullable Double rating0After;

    @Column(name = "rating1_before")
    private @Nullable Double rating1Before;

    @Column(name = "rating1_after")
    private @Nullable Double rating1After;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills what it makes
    protected MatchRecord() {}

    String id() {
        return id;
    }

    String roomId() {
        return roomId;
    }

    String game() {
        return game;
    }

    List<Player> players() {
        return List.of(
                new Player(new PlayerId(player0Id), player0Name), new Player(new PlayerId(player1Id), player1Name));
    }

    @Nullable
    Integer winner() {
        return winner;
    }

    List<Integer> score() {
        return List.of(score0, score1);
    }

    String ending() {
        return ending;
    }

    String receipt() {
        return receipt;
    }

    /** What the match did to the ratings of both; null when it was played before there were any. */
    @Nullable
    List<RatingChange> ratings() {
        return rating0Before == null || rating0After == null || rating1Before == null || rating1After == null
                ? null
                : List.of(RatingChange.of(rating0Before, rating0After), RatingChange.of(rating1Before, rating1After));
    }

    Instant startedAt() {
        return startedAt;
    }

    Instant endedAt() {
        return endedAt;
    }
}
