package io.trashpong.relay.testing;

import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.RoomTicket;
import org.jspecify.annotations.Nullable;

/** A room to be, and its people. */
public record Table(RoomId room, GameKind game, Player left, Player right) {
    public Table(RoomId room, Player left, Player right) {
        this(room, GameKind.PONG, left, right);
    }

    public static Table fresh() {
        return fresh(GameKind.PONG);
    }

    public static Table fresh(GameKind game) {
        return new Table(
                RoomId.random(), game, new Player(PlayerId.random(), "Ada"), new Player(PlayerId.random(), "Bob"));
    }

    public RoomTicket ticket(int seat) {
        return new RoomTicket(seat == 0 ? left : right, room, game, seat, seat == 0);
    }

    public RoomTicket spectator() {
        return ticket(new Player(PlayerId.random(), "Eve"), null);
    }

    public RoomTicket ticket(Player player, @Nullable Integer seat) {
        return new RoomTicket(player, room, game, seat, false);
    }
}
