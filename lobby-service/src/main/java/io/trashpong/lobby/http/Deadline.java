package io.trashpong.lobby.http;

/** When a request is answered at the latest, whatever Postgres and auth do: with 503, under 3 s. */
final class Deadline {
    static final long MILLIS = 2_700;

    private Deadline() {}
}
