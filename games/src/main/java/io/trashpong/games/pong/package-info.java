/**
 * The rules of Pong as pure functions of time, and the {@link io.trashpong.games.pong.Referee} that applies them.
 *
 * <p>Space is counted in 1/1024 of a court unit ("su"), time in integer microseconds of room time (since the room
 * opened, growing over rematches), speed in su per second. Every value and every intermediate product is an integer
 * below 2^53, so that the JavaScript twin in {@code web-client/src/game/rules} computes the same numbers bit for bit.
 */
@NullMarked
package io.trashpong.games.pong;

import org.jspecify.annotations.NullMarked;
