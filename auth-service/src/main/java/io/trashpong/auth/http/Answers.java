package io.trashpong.auth.http;

import io.trashpong.protocol.Player;

/** Bodies of the answers that go well; as in {@code docs/protocol.md}. */
final class Answers {
    private Answers() {}

    record SignedIn(String token, Player player) {}

    record Me(Player player, boolean guest) {}

    record Ticket(String ticket) {}
}
