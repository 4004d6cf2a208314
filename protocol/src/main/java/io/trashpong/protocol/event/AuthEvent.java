package io.trashpong.protocol.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.PlayerId;

/** What auth tells the other services, on the durable topic {@value #TOPIC}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = AuthEvent.PlayerDeleted.class, name = "player-deleted"),
    @JsonSubTypes.Type(value = AuthEvent.PlayerRenamed.class, name = "player-renamed"),
})
public sealed interface AuthEvent {
    String TOPIC = "auth";

    /**
     * The player is no more, account or guest: wherever his name is kept it goes. A user token of his may be good for another
     * {@link io.trashpong.protocol.UserToken#LIFETIME_SECONDS}.
     */
    record PlayerDeleted(PlayerId player) implements AuthEvent {}

    /** A guest chose another name when he became an account; older user tokens of his still say the old one. */
    record PlayerRenamed(Player player) implements AuthEvent {}
}
