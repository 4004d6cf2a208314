package io.trashpong.harness.client;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is logged in at one origin: the token, and the refresh cookie that renews it. A call whose token is no longer taken gets a
 * new one and is made again, once. Usable from any thread.
 */
final class UserSession implements AutoCloseable {
    private static final int UNAUTHORIZED = 401;

    private final Rest rest;
    private volatile Login login;

    private UserSession(Rest rest, Login login) {
        this.rest = rest;
        this.login = login;
    }

    /** @param path of auth where a body makes a session */
    static Answer<UserSession> begin(URI origin, Trust trust, String path, Map<String, Object> body) {
        var rest = new Rest(origin, trust);
        boolean begun = false;
        try {
            Answer<Login> login = rest.call("POST", path, null, body, Login.class);
            begun = login instanceof Answer.Granted<Login>;
            return login.map(granted -> new UserSession(rest, granted));
        } finally {
            if (!begun) {
                rest.close();
            }
        }
    }

    Login login() {
        return login;
    }

    /** A call whose answer makes the session another: its token and cookie count from now on. */
    Answer<Login> replace(String method, String path, @Nullable Object body) {
        Answer<Login> answer = call(method, path, body, Login.class);
        if (answer instanceof Answer.Granted<Login>(int _, Login next)) {
            login = next;
        }
        return answer;
    }

    <T> Answer<T> call(String method, String path, @Nullable Object body, Class<T> type) {
        String token = login.token();
        Answer<T> answer = rest.call(method, path, token, body, type);
        boolean again = answer instanceof Answer.Refused<T>(int status, String _, var _)
                && status == UNAUTHORIZED
                && renew(token) instanceof Answer.Granted<Login>;
        return again ? rest.call(method, path, login.token(), body, type) : answer;
    }

    /**
     * Takes a new token for the refresh cookie. Two that find the token stale at once use the cookie once: a cookie that comes
     * twice counts as copied and ends the session.
     */
    synchronized Answer<Login> renew(String stale) {
        if (!login.token().equals(stale)) {
            return new Answer.Granted<>(200, login);
        }
        Answer<Login> renewed = rest.call("POST", "/api/auth/token", null, null, Login.class);
        if (renewed instanceof Answer.Granted<Login>(int _, Login next)) {
            login = next;
        }
        return renewed;
    }

    @Override
    public void close() {
        rest.close();
    }
}
