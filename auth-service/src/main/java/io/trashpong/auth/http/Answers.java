package io.trashpong.auth.http;

import io.smallrye.mutiny.Uni;
import io.trashpong.protocol.ErrorCode;
import io.trashpong.protocol.Player;
import jakarta.ws.rs.core.Response;

/** Bodies of the answers that go well, as in {@code docs/protocol.md}, and the one to a body that lacks something. */
final class Answers {
    private Answers() {}

    /** @param what as it begins a sentence */
    static Uni<Response> missing(String what) {
        return Uni.createFrom()
                .item(Problem.of(ErrorCode.BAD_REQUEST, what + " is missing").response());
    }

    record SignedIn(String token, Player player) {}

    record Me(Player player, boolean guest) {}

    record Ticket(String ticket) {}
}
