package io.trashpong.auth.account;

import io.trashpong.protocol.Player;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that auth keeps of a player, save what only proves that he is he.
 *
 * @param passwordSetAt null for a guest
 * @param sessions when each open session began, oldest first
 */
public record Export(
        Player player,
        boolean guest,
        Instant createdAt,
        Instant lastUsedAt,
        @Nullable Instant passwordSetAt,
        List<Instant> sessions) {
    public Export {
        sessions = List.copyOf(sessions);
    }
}
