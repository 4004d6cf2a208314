package io.trashpong.relay.room;

import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.MatchResult;
import io.trashpong.protocol.Receipt;
import io.trashpong.protocol.RoomSnapshot;
import java.util.List;
import java.util.OptionalLong;

/**
 * One match of one game, as its room sees it. The room knows seats, pauses and results; the rules are behind this. All
 * times are room time in microseconds.
 */
interface Play {

    static Play open(GameKind game, int seed, long now) {
        return switch (game) {
            case PONG -> PongPlay.open(seed, now);
            case TICTACTOE -> TicTacToePlay.open(seed);
        };
    }

    /** From what counts: a point that was in play, or the time gone of a turn, is forgotten. */
    static Play restore(RoomRecord.PlayRecord record) {
        return switch (record) {
            case RoomRecord.PongRecord pong -> PongPlay.restore(pong.referee());
            case RoomRecord.TicTacToeRecord turns -> TicTacToePlay.restore(turns);
        };
    }

    /** As if nothing had been, in the middle of a point or turn. */
    static Play goOn(RoomRecord.PlayRecord record) {
        return switch (record) {
            case RoomRecord.PongRecord pong -> PongPlay.goOn(pong.referee());
            case RoomRecord.TicTacToeRecord turns -> TicTacToePlay.goOn(turns);
        };
    }

    /** The next match of the same two players, once this one is over. */
    Play again(int seed, MatchResult result, long now);

    /** Starts the next point or turn, or the one that was broken off, at that time, which may lie ahead. */
    List<PlayStep> start(long at);

    /** Whether {@link #start} is wanted: no point or turn is under way and the match is not over. */
    boolean awaitsStart();

    /** @param move of this game */
    List<PlayStep> move(int seat, ClientMessage.Move move, long now);

    /** To be called at {@link #nextDeadline}. */
    List<PlayStep> due(long now);

    OptionalLong nextDeadline();

    /** Whether somebody's move that counts may still be on its way: a pause does well to wait until it is decided. */
    boolean awaitsVerdict(long now);

    /** The leg, or turn, under way at that time; 0 between points. */
    int underWay(long now);

    /** Everything stands still from now on; what was decided before comes back. */
    List<PlayStep> pause(long now);

    /** Everything goes on at that time, which may lie ahead. */
    List<PlayStep> resume(long at);

    void measured(int seat, RoundTrips line);

    List<Integer> score();

    /** Whether a point or turn is under way at that time, rather than awaited. */
    boolean isInRally(long now);

    RoomSnapshot.Board board();

    Receipt receipt();

    RoomRecord.PlayRecord record();
}
