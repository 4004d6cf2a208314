package io.trashpong.lobby.match;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** Where a player stands in a game; written by {@link MatchTable} and only read here. */
@Entity
@Immutable
@Table(name = "standing")
class Standing {
    @EmbeddedId
    private Key key;

    @Column(name = "player_name")
    private String playerName;

    private int points;
    private int matches;
    private int wins;

    @SuppressWarnings("NullAway.Init") // Hibernate fills what it makes
    protected Standing() {}

    String playerId() {
        return key.playerId();
    }

    String playerName() {
        return playerName;
    }

    int points() {
        return points;
    }

    int matches() {
        return matches;
    }

    int wins() {
        return wins;
    }

    @Embeddable
    record Key(
            @Column(name = "game") String game,
            @Column(name = "player_id") String playerId) {}
}
