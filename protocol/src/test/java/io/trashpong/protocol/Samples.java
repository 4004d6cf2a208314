package io.trashpong.protocol;

import io.trashpong.protocol.event.AuthEvent;
import io.trashpong.protocol.event.LobbyEvent;
import io.trashpong.protocol.event.RelayEvent;
import io.trashpong.protocol.feed.FeedMessage;
import io.trashpong.protocol.feed.InvitationView;
import io.trashpong.protocol.feed.PlayerView;
import io.trashpong.protocol.feed.RoomView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One message of every kind (two where a member may be null), by the name of its golden sample. */
final class Samples {
    private static final RoomId ROOM = new RoomId("Zk3nq0v5QfWm1X2y3Z4a5A");
    private static final MatchId MATCH = new MatchId("m4tchm4tchm4tchm4tch0A");
    private static final Player LEFT = new Player(new PlayerId("pL4yerpL4yerpL4yerp0aA"), "Crumple");
    private static final Player RIGHT = new Player(new PlayerId("pR1ghtpR1ghtpR1ghtp0aQ"), "Bin4 \u00e9\u4e2d");
    private static final Instant AT = Instant.parse("2026-11-21T20:15:30.123456Z");
    private static final String SECRET = "c2VjcmV0c2VjcmV0c2VjcmV0";
    private static final SeatState SEAT = new SeatState(LEFT, SeatState.Presence.HERE, true, 30_000);
    private static final MatchResult RESULT = new MatchResult(MATCH, 0, List.of(11, 9), MatchResult.Ending.PLAYED);
    private static final FairnessReceipt RECEIPT = new FairnessReceipt(
            List.of(
                    new FairnessReceipt.Side(24_000, 900, 1_200, 1, 0),
                    new FairnessReceipt.Side(61_000, 12_000, 45_000, 1, 1)),
            48,
            23);

    private static final TurnReceipt TURNS = new TurnReceipt(
            List.of(new TurnReceipt.Side(5, 21_000_000, 9_500_000), new TurnReceipt.Side(4, 8_000_000, 3_000_000)));

    private Samples() {}

    static Map<String, ClientMessage> client() {
        var all = new LinkedHashMap<String, ClientMessage>();
        all.put("hello", new ClientMessage.Hello(null));
        all.put("hello-resume", new ClientMessage.Hello(new ClientMessage.Resume(3, 41, SECRET)));
        all.put("ready", new ClientMessage.Ready());
        all.put("leave", new ClientMessage.Leave());
        all.put("rematch", new ClientMessage.Rematch());
        all.put("resign", new ClientMessage.Resign());
        all.put("play", new ClientMessage.Play(4, 37));
        all.put("pause", new ClientMessage.Pause(true));
        all.put("hidden", new ClientMessage.Hidden(true));
        all.put("chat", new ClientMessage.Chat("good game <b>\u2028"));
        all.put("emote", new ClientMessage.Emote("thumbs-up"));
        all.put("peer", new ClientMessage.Peer(true));
        all.put("signal", new ClientMessage.Signal("{\"type\":\"offer\",\"sdp\":\"v=0\\r\\n\"}"));
        all.put("aim", new ClientMessage.Aim(123_456_789_012L, 524_288));
        all.put("commit", new ClientMessage.Commit(281_474_976_710_655L, 4_294_967_295L));
        all.put("ping", new ClientMessage.Ping(5_000_000_000L));
        return all;
    }

    static Map<String, ServerMessage> server() {
        var all = new LinkedHashMap<String, ServerMessage>();
        var you = new ServerMessage.You(LEFT, 0, 0);
        var rally = snapshot(RoomSnapshot.Phase.RALLY, null);
        all.put("welcome", new ServerMessage.Welcome(ROOM, you, 3, 41, 9_000_000, rally, SECRET, false));
        var paused = snapshot(
                RoomSnapshot.Phase.PAUSED,
                new RoomSnapshot.Pause(1, ServerMessage.PauseReason.AWAY, 9_000_000, 39_000_000));
        all.put("welcome-paused", new ServerMessage.Welcome(ROOM, you, 3, 42, 14_000_000, paused, SECRET, false));
        all.put(
                "welcome-recovered",
                new ServerMessage.Welcome(
                        ROOM, new ServerMessage.You(RIGHT, null, 2_000_000), 3, 41, 9_000_000, null, SECRET, true));
        all.put("welcome-tictactoe", new ServerMessage.Welcome(ROOM, you, 3, 38, 9_000_000, turn(), SECRET, false));
        all.put("seat", new ServerMessage.SeatChanged(1, 0, SEAT));
        all.put("seat-left", new ServerMessage.SeatChanged(2, 1, null));
        all.put("countdown", new ServerMessage.Countdown(3, MATCH, 12_000_000));
        all.put("paused", new ServerMessage.Paused(4, 1, ServerMessage.PauseReason.AWAY, 13_000_000, 43_000_000));
        all.put("resumed", new ServerMessage.Resumed(5, 14_000_000));
        all.put("goal", new ServerMessage.Goal(6, 1, List.of(0, 1), 7, 16_000_000L));
        all.put("goal-last", new ServerMessage.Goal(7, 0, List.of(11, 9), 8, null));
        all.put("turn", new ServerMessage.Turn(8, 1, 42_000_000));
        all.put("played", new ServerMessage.Played(9, 1, 4));
        all.put("finished", new ServerMessage.Finished(8, RESULT, RECEIPT));
        var drawn = new MatchResult(MATCH, null, List.of(0, 0), MatchResult.Ending.PLAYED);
        all.put("finished-tictactoe", new ServerMessage.Finished(10, drawn, TURNS));
        all.put("rematch", new ServerMessage.RematchAsked(9, 1));
        all.put("chat", new ServerMessage.ChatSaid(10, RIGHT, "\u00a1vamos!"));
        all.put("emote", new ServerMessage.Emoted(null, "laugh"));
        all.put("delay", new ServerMessage.Delay(0, List.of(24_000L, 22_500L, 25_100L)));
        all.put("spectators", new ServerMessage.Spectators(3));
        all.put("peer", new ServerMessage.Peer(true, List.of("stun:stun.example.org:3478")));
        all.put("signal", new ServerMessage.Signalled(0, "{\"type\":\"offer\",\"sdp\":\"v=0\\r\\n\"}"));
        all.put("moved", new ServerMessage.Moved(250));
        all.put("error", new ServerMessage.Refused(ErrorCode.NOT_NOW, false, "the match has not begun"));
        all.put("paddle", new ServerMessage.PaddleMoved(1, 123_456_789_012L, 524_288, 1_000_000));
        all.put(
                "leg",
                new ServerMessage.LegStarted(
                        4_000_000_000L, 17, 3, 123_456_789_012L, 1_048_576, 524_288, -819_200, 123_456));
        all.put("pong", new ServerMessage.Pong(5_000_000_000L, 123_456_789_012L));
        return all;
    }

    static Map<String, FeedMessage> feed() {
        var all = new LinkedHashMap<String, FeedMessage>();
        all.put("snapshot", new FeedMessage.Snapshot(70, List.of(view())));
        all.put("room", new FeedMessage.RoomChanged(71, view()));
        all.put("room-gone", new FeedMessage.RoomGone(72, ROOM));
        var free = new PlayerView(LEFT.id(), LEFT.name(), PlayerView.Availability.FREE);
        var busy = new PlayerView(RIGHT.id(), RIGHT.name(), PlayerView.Availability.BUSY);
        all.put("players", new FeedMessage.Players(List.of(free, busy)));
        all.put("players-changed", new FeedMessage.PlayersChanged(List.of(free), List.of(RIGHT.id())));
        all.put("invitations", new FeedMessage.Invitations(List.of(invitation(InvitationView.State.PENDING, null))));
        all.put("invitation", new FeedMessage.InvitationChanged(invitation(InvitationView.State.ACCEPTED, ROOM)));
        return all;
    }

    static Map<String, RelayEvent> relay() {
        var players = List.of(LEFT, RIGHT);
        var all = new LinkedHashMap<String, RelayEvent>();
        all.put("room-opened", new RelayEvent.RoomOpened(ROOM));
        all.put("seat-left", new RelayEvent.SeatLeft(ROOM, 1, RIGHT.id(), AT));
        all.put("room-closed", new RelayEvent.RoomClosed(ROOM));
        all.put("match-started", new RelayEvent.MatchStarted(ROOM, MATCH, GameKind.PONG, players, AT));
        all.put("score-changed", new RelayEvent.ScoreChanged(ROOM, MATCH, List.of(3, 4)));
        all.put("spectators-changed", new RelayEvent.SpectatorsChanged(ROOM, 3));
        all.put(
                "match-finished",
                new RelayEvent.MatchFinished(ROOM, GameKind.PONG, players, RESULT, RECEIPT, AT, AT.plusSeconds(240)));
        return all;
    }

    static Map<String, LobbyEvent> lobby() {
        return Map.of(
                "room-deleted", new LobbyEvent.RoomDeleted(ROOM),
                "seat-given-up", new LobbyEvent.SeatGivenUp(ROOM, 0, LEFT.id()));
    }

    static Map<String, AuthEvent> auth() {
        return Map.of(
                "player-deleted", new AuthEvent.PlayerDeleted(LEFT.id()),
                "player-renamed", new AuthEvent.PlayerRenamed(LEFT));
    }

    private static RoomSnapshot turn() {
        var board = new RoomSnapshot.TicTacToeBoard(1, List.of(4, 0), new RoomSnapshot.OpenTurn(37, 1, 39_000_000));
        var seats = new ArrayList<@Nullable SeatState>();
        seats.add(SEAT);
        seats.add(null);
        return new RoomSnapshot(
                GameKind.TICTACTOE,
                RoomSnapshot.Phase.RALLY,
                seats,
                0,
                MATCH,
                List.of(0, 0),
                null,
                null,
                board,
                null,
                null);
    }

    private static RoomSnapshot snapshot(RoomSnapshot.Phase phase, RoomSnapshot.@Nullable Pause pause) {
        var board = new RoomSnapshot.PongBoard(
                new RoomSnapshot.Leg(17, 3, 8_900_000, 1_048_576, 524_288, -819_200, 123_456),
                List.of(
                        new RoomSnapshot.Paddle(8_800_000, 524_288, 106_496),
                        new RoomSnapshot.Paddle(0, 524_288, 524_288)));
        return new RoomSnapshot(
                GameKind.PONG, phase, listOf(SEAT, null), 2, MATCH, List.of(7, 5), null, pause, board, RESULT, RECEIPT);
    }

    private static InvitationView invitation(InvitationView.State state, @Nullable RoomId room) {
        return new InvitationView(
                new InvitationId("1nv1t3d1nv1t3d1nv1t3dA"),
                GameKind.PONG,
                LEFT,
                RIGHT,
                state,
                room,
                AT.plusSeconds(60));
    }

    private static RoomView view() {
        return new RoomView(
                ROOM,
                GameKind.PONG,
                "Lunch break",
                RoomView.Visibility.PUBLIC,
                RoomView.Status.PLAYING,
                LEFT,
                listOf(LEFT, null),
                List.of(9, 8),
                3,
                null,
                AT,
                71);
    }

    private static <T> List<@Nullable T> listOf(T taken, @Nullable T free) {
        var list = new ArrayList<@Nullable T>();
        list.add(taken);
        list.add(free);
        return list;
    }
}
