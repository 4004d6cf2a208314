package io.trashpong.harness.client;

import io.trashpong.protocol.Player;

/** Who one is and the token that says so. */
public record Login(String token, Player player) {
    @Override
    public String toString() {
        return "Login[" + player + "]";
    }
}
