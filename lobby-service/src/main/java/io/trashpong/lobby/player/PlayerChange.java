package io.trashpong.lobby.player;

import io.trashpong.protocol.Player;
import io.trashpong.protocol.PlayerId;

/** The last that auth told of a player. */
public sealed interface PlayerChange {
    /** Where it stands in the order of all changes of the lobby. */
    long version();

    /** He is no more. */
    record Deleted(PlayerId player, long version) implements PlayerChange {}

    /** He has this name now, whatever his token says. */
    record Renamed(Player player, long version) implements PlayerChange {}
}
