package io.trashpong.auth.ticket;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.RoomId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the lobby has decided; the members are those of {@link io.trashpong.protocol.RoomTicket}. */
public record TicketRequest(
        @JsonProperty(required = true) Player player,
        @JsonProperty(required = true) RoomId room,
        @JsonProperty(required = true) GameKind game,
        @Nullable Integer seat,
        @JsonProperty(required = true) boolean creator) {

    public TicketRequest {
        Objects.requireNonNull(player.id(), "player.id");
        if (player.name().isBlank()) {
            throw new IllegalArgumentException("player.name is blank");
        }
        Objects.requireNonNull(room, "room");
        Objects.requireNonNull(game, "game");
        if (seat != null && seat != 0 && seat != 1) {
            throw new IllegalArgumentException("seat must be 0, 1 or absent");
        }
    }
}
