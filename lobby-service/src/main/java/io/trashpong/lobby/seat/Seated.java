package io.trashpong.lobby.seat;

import io.trashpong.lobby.room.Room;

/**
 * A player has a seat.
 *
 * @param seat 0 left, 1 right
 * @param made whether the room was made for this
 */
public record Seated(Room room, int seat, boolean made) {}
