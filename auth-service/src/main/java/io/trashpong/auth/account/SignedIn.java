package io.trashpong.auth.account;

import io.trashpong.auth.session.RefreshToken;
import io.trashpong.protocol.Player;

/** A player with a password, and what continues the session that was opened for him. */
public record SignedIn(Player player, RefreshToken refresh) {}
