package io.trashpong.protocol;

import org.jspecify.annotations.Nullable;

/**
 * A player's right to a seat of a room, or to watch it: what a room ticket (a JWT with {@code typ} {@value #TYP}, audience
 * {@value #AUDIENCE}) says. Issued by auth on the lobby's word, checked by the relay without the database.
 *
 * @param seat 0 left, 1 right, null to watch
 * @param creator whether the player made the room: when he leaves, it closes
 */
public record RoomTicket(
        Player player, RoomId room, GameKind game, @Nullable Integer seat, boolean creator) {
    public static final String TYP = "room+jwt";
    public static final String AUDIENCE = "trashpong-relay";
    public static final String CLAIM_ROOM = "room";
    public static final String CLAIM_GAME = "game";
    public static final String CLAIM_SEAT = "seat";
    public static final String CLAIM_CREATOR = "creator";
    public static final String CLAIM_NAME = "name";
    public static final int LIFETIME_SECONDS = 60;
    /** So many may watch one room. */
    public static final int MAX_SPECTATORS = 200;
}
