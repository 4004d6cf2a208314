package io.trashpong.lobby.player;

import io.trashpong.protocol.Player;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.UserToken;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What this replica knows of players who changed while tokens from before it are good. */
@Singleton
public class RecentChanges {
    /** Longer than any token lives, by what the news of the change may take. */
    static final Duration KEPT = Duration.ofSeconds(UserToken.LIFETIME_SECONDS + UserToken.CLOCK_SKEW_SECONDS + 50);

    private final InstantSource clock;
    private final Map<PlayerId, Known> changes = new ConcurrentHashMap<>();

    @Inject
    public RecentChanges() {
        this(InstantSource.system());
    }

    RecentChanges(InstantSource clock) {
        this.clock = clock;
    }

    /** From now on {@code change} is what is known of its player. */
    public void learn(PlayerChange change) {
        var now = clock.instant();
        changes.values().removeIf(known -> known.at().plus(KEPT).isBefore(now));
        switch (change) {
            case PlayerChange.Deleted deleted -> changes.put(deleted.player(), new Known(Optional.empty(), now));
            case PlayerChange.Renamed renamed ->
                changes.put(renamed.player().id(), new Known(Optional.of(renamed.player()), now));
        }
    }

    /** The player as he is now, of whom a token speaks; empty when he is no more. */
    public Optional<Player> now(Player spokenOf) {
        var known = changes.get(spokenOf.id());
        return known == null ? Optional.of(spokenOf) : known.player();
    }

    private record Known(Optional<Player> player, Instant at) {}
}
