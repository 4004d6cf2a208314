package io.trashpong.harness.client;

import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.feed.RoomView;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A guest that is logged in, and all it can ask of auth and lobby. */
public final class User implements AutoCloseable {
    private static final String PONG = "pong";

    private final URI origin;
    private final Rest rest;
    private Login login;

    private User(URI origin, Rest rest, Login login) {
        this.origin = origin;
        this.rest = rest;
        this.login = login;
    }

    /** @param origin the gateway's address, {@code http://host:port} */
    public static User guest(URI origin, String name) {
        return tryGuest(origin, name).orThrow();
    }

    /** The same for who counts on refusals. */
    public static Answer<User> tryGuest(URI origin, String name) {
        var rest = new Rest(origin);
        Answer<Login> answer = rest.call("POST", "/api/auth/guests", null, Map.of("name", name), Login.class);
        return switch (answer) {
            case Answer.Granted<Login>(int status, Login login) ->
                new Answer.Granted<>(status, new User(origin, rest, login));
            case Answer.Refused<Login>(int status, String code, var problem) -> {
                rest.close();
                yield new Answer.Refused<>(status, code, problem);
            }
        };
    }

    public URI origin() {
        return origin;
    }

    public Player player() {
        return login.player();
    }

    /** The user token: 15 minutes of validity from the last login or {@link #renewToken}. */
    public String token() {
        return login.token();
    }

    /** Takes a new token for the refresh cookie. */
    public void renewToken() {
        Login _ = tryRenewToken().orThrow();
    }

    /** The same for who counts on refusals: the token stays as it is then. */
    public Answer<Login> tryRenewToken() {
        Answer<Login> answer = rest.call("POST", "/api/auth/token", null, null, Login.class);
        if (answer instanceof Answer.Granted<Login>(int _, Login renewed)) {
            login = renewed;
        }
        return answer;
    }

    /** @param title null lets the lobby name the room */
    public Answer<SeatGrant> createRoom(@Nullable String title, RoomView.Visibility visibility) {
        Map<String, Object> body = new HashMap<>(Map.of("game", GameKind.PONG, "visibility", visibility));
        if (title != null) {
            body.put("title", title);
        }
        return call("POST", "/api/rooms", body, SeatGrant.class);
    }

    /** @param code of a private room's link; null for a public room */
    public Answer<SeatGrant> takeSeat(RoomId room, @Nullable String code) {
        return call(
                "POST",
                "/api/rooms/" + room + "/seats",
                code == null ? Map.of() : Map.of("code", code),
                SeatGrant.class);
    }

    public Answer<SeatGrant> quickMatch() {
        return call("POST", "/api/rooms/quick", Map.of("game", GameKind.PONG), SeatGrant.class);
    }

    /** The owner's to do: everyone in it is told, and it is gone. */
    public Answer<Void> deleteRoom(RoomId room) {
        return call("DELETE", "/api/rooms/" + room, null, Void.class);
    }

    public Answer<Void> giveUpSeat(RoomId room) {
        return call("DELETE", "/api/rooms/" + room + "/seats/me", null, Void.class);
    }

    public Answer<RoomPage> listRooms() {
        return call("GET", "/api/rooms?game=" + PONG, null, RoomPage.class);
    }

    public Answer<RoomPage> findRoomByCode(String code) {
        return call("GET", "/api/rooms?code=" + URLEncoder.encode(code, StandardCharsets.UTF_8), null, RoomPage.class);
    }

    public Answer<RoomView> getRoom(RoomId room) {
        return call("GET", "/api/rooms/" + room, null, RoomView.class);
    }

    public Answer<Leaderboard> leaderboard(int limit) {
        return call("GET", "/api/leaderboard?game=" + PONG + "&limit=" + limit, null, Leaderboard.class);
    }

    @Override
    public void close() {
        rest.close();
    }

    private <T> Answer<T> call(String method, String path, @Nullable Object body, Class<T> type) {
        return rest.call(method, path, login.token(), body, type);
    }
}
