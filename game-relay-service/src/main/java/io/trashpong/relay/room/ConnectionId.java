package io.trashpong.relay.room;

/**
 * One WebSocket of a member.
 *
 * @param edge the replica that holds it
 * @param number unique in the life of that replica
 */
public record ConnectionId(String edge, long number) {}
