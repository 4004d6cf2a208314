package io.trashpong.lobby.http;

/** When a request is answered at the latest, whatever Postgres and auth do: with 503, and under 3 s where threads are busy too. */
final class Deadline {
    static final long MILLIS = 1_800;

    private Deadline() {}
}
