package io.trashpong.harness.gateway;

import java.util.regex.Pattern;

/** Where a request goes, by its path alone. */
sealed interface Route {

    enum Upstream {
        AUTH,
        LOBBY
    }

    /** An HTTP request to a service. */
    record Api(Upstream upstream) implements Route {}

    /** The lobby's live feed. */
    record Feed() implements Route {}

    /** A room's WebSocket. */
    record Room() implements Route {}

    /** A file of the web client. */
    record File(String path) implements Route {}

    /** Not for the outside: internal paths, or spellings of a path that a service might read as another one. */
    record Refused() implements Route {}

    /** Dot segments, empty segments, backslashes, and any of them percent-encoded. */
    Pattern AMBIGUOUS = Pattern.compile("//|/\\.{1,2}(/|$)|\\\\|;|%2e|%2f|%5c|%00|%25", Pattern.CASE_INSENSITIVE);

    /** @param path as it came, still percent-encoded, without the query */
    static Route of(String path) {
        if (!path.startsWith("/") || AMBIGUOUS.matcher(path).find()) {
            return new Refused();
        }
        if (within(path, "/internal") || within(path, "/q")) {
            return new Refused();
        }
        if (within(path, "/api/auth") || within(path, "/.well-known")) {
            return new Api(Upstream.AUTH);
        }
        if (within(path, "/api")) {
            return new Api(Upstream.LOBBY);
        }
        if (path.equals("/ws/lobby")) {
            return new Feed();
        }
        if (path.startsWith("/ws/rooms/")) {
            return new Room();
        }
        return new File(path.equals("/") ? "/index.html" : path);
    }

    private static boolean within(String path, String prefix) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }
}
