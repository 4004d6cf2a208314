package io.trashpong.auth.account;

import io.trashpong.auth.name.PlayerName;
import io.trashpong.auth.password.PasswordHash;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.PlayerId;
import java.util.Optional;

/**
 * A player as he stands in the table.
 *
 * @param hash of his password; empty for a guest
 */
record Holder(PlayerId id, PlayerName name, Optional<PasswordHash> hash) {
    Player player() {
        return new Player(id, name.shown());
    }
}
