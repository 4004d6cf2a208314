package io.trashpong.protocol;

/** A player as others see him: his id and the name he shows. */
public record Player(PlayerId id, String name) {}
