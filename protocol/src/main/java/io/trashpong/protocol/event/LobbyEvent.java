package io.trashpong.protocol.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.RoomId;

/** What the lobby tells the other services, on the durable topic {@value #TOPIC}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LobbyEvent.RoomDeleted.class, name = "room-deleted"),
    @JsonSubTypes.Type(value = LobbyEvent.SeatGivenUp.class, name = "seat-given-up"),
})
public sealed interface LobbyEvent {
    String TOPIC = "lobby";

    RoomId room();

    /** Its owner deleted the room: everyone in it is told, and it is gone. */
    record RoomDeleted(RoomId room) implements LobbyEvent {}

    /** A player gave up his seat in the lobby; in the room this counts as leaving. */
    record SeatGivenUp(RoomId room, int seat, PlayerId player) implements LobbyEvent {}
}
