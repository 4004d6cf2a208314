package io.trashpong.harness.client;

import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.InvitationId;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.feed.InvitationView;
import io.trashpong.protocol.feed.RoomView;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A guest or an account that is logged in, and all it can ask of auth and lobby. */
public final class User implements AutoCloseable {
    private static final String PONG = "pong";

    private final URI origin;
    private final UserSession session;

    private User(URI origin, UserSession session) {
        this.origin = origin;
        this.session = session;
    }

    /** @param origin the gateway's address, {@code http://host:port} */
    public static User guest(URI origin, String name) {
        return guest(origin, Trust.MACHINE, name).orThrow();
    }

    public static Answer<User> guest(URI origin, Trust trust, String name) {
        return enter(origin, trust, "/api/auth/guests", Map.of("name", name));
    }

    public static Answer<User> createAccount(URI origin, Trust trust, String name, Password password) {
        return enter(origin, trust, "/api/auth/accounts", Map.of("name", name, "password", password.value()));
    }

    public static Answer<User> logIn(URI origin, Trust trust, String name, Password password) {
        return enter(origin, trust, "/api/auth/sessions", Map.of("name", name, "password", password.value()));
    }

    private static Answer<User> enter(URI origin, Trust trust, String path, Map<String, Object> body) {
        return UserSession.begin(origin, trust, path, body).map(session -> new User(origin, session));
    }

    public URI origin() {
        return origin;
    }

    public Player player() {
        return session.login().player();
    }

    /** The user token: 15 minutes of validity from the last login or {@link #renewToken}. */
    public String token() {
        return session.login().token();
    }

    /** Takes a new token for the refresh cookie. */
    public void renewToken() {
        var _ = session.renew(token()).orThrow();
    }

    /** Takes a new token unless {@code stale} was replaced already. */
    public Answer<Player> renewToken(String stale) {
        return session.renew(stale).map(Login::player);
    }

    /** A guest becomes an account under the same id. */
    public Answer<Player> upgrade(String name, Password password) {
        return session.replace("POST", "/api/auth/me/account", Map.of("name", name, "password", password.value()))
                .map(Login::player);
    }

    /** Every other session of the account ends. */
    public Answer<Player> changePassword(Password current, Password next) {
        return session.replace("PUT", "/api/auth/me/password", Map.of("current", current.value(), "next", next.value()))
                .map(Login::player);
    }

    public Answer<Void> logOut() {
        return call("DELETE", "/api/auth/sessions/current", null, Void.class);
    }

    /** Who is online, by name. */
    public Answer<Players> listPlayers() {
        return call("GET", "/api/players", null, Players.class);
    }

    public Answer<InvitationView> invite(PlayerId to, GameKind game) {
        return call("POST", "/api/invitations", Map.of("to", to, "game", game), InvitationView.class);
    }

    public Answer<SeatGrant> accept(InvitationId invitation) {
        return call("POST", "/api/invitations/" + invitation + "/accept", null, SeatGrant.class);
    }

    public Answer<Void> decline(InvitationId invitation) {
        return call("POST", "/api/invitations/" + invitation + "/decline", null, Void.class);
    }

    public Answer<Void> withdraw(InvitationId invitation) {
        return call("DELETE", "/api/invitations/" + invitation, null, Void.class);
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
        return quickMatch(GameKind.PONG);
    }

    public Answer<SeatGrant> quickMatch(GameKind game) {
        return call("POST", "/api/rooms/quick", Map.of("game", game), SeatGrant.class);
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
        return leaderboard(GameKind.PONG, false, limit);
    }

    /** @param week only the matches since Monday, UTC */
    public Answer<Leaderboard> leaderboard(GameKind game, boolean week, int limit) {
        String word = game.name().toLowerCase(Locale.ROOT);
        String period = week ? "week" : "all";
        return call(
                "GET",
                "/api/leaderboard?game=" + word + "&period=" + period + "&limit=" + limit,
                null,
                Leaderboard.class);
    }

    @Override
    public void close() {
        session.close();
    }

    private <T> Answer<T> call(String method, String path, @Nullable Object body, Class<T> type) {
        return session.call(method, path, body, type);
    }
}
