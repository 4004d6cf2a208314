package io.trashpong.lobby.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.feed.RoomView;
import io.trashpong.protocol.feed.RoomView.Visibility;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The bodies of requests and answers about rooms. What a client left out is null until {@link Checks} saw it. */
final class RoomMessages {
    private RoomMessages() {}

    @Schema(requiredProperties = {"game", "visibility"})
    record Create(
            @Nullable GameKind game,
            @Schema(maxLength = 400) @Nullable String title,
            @Nullable Visibility visibility) {}

    record Edit(
            @Schema(maxLength = 400) @Nullable String title,
            @Nullable Visibility visibility) {}

    record Join(@Nullable String code) {}

    @Schema(requiredProperties = "game")
    record Quick(@Nullable GameKind game) {}

    /** @param next what to give as {@code after} for the next page; null on the last */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Page(List<RoomView> rooms, @Nullable String next) {}

    /**
     * A seat and what is needed to go there.
     *
     * @param relay path of the room's WebSocket
     */
    record SeatTicket(RoomView room, int seat, String ticket, String relay) {
        /** Not the ticket: it must not reach a log. */
        @Override
        public String toString() {
            return "SeatTicket[room=" + room.id() + ", seat=" + seat + "]";
        }
    }

    /**
     * What is needed to watch.
     *
     * @param relay path of the room's WebSocket
     */
    record SpectatorTicket(RoomView room, String ticket, String relay) {
        /** Not the ticket: it must not reach a log. */
        @Override
        public String toString() {
            return "SpectatorTicket[room=" + room.id() + "]";
        }
    }
}
