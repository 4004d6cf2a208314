package io.trashpong.auth.session;

import io.trashpong.protocol.Player;

/** What became of a refresh token that was shown. */
public sealed interface Rotation {

    /** The session goes on with {@code next}; the token shown has done its work. */
    record Rotated(Player player, boolean guest, RefreshToken next) implements Rotation {}

    /** Never issued, expired, or of a session that is over. */
    record Unknown() implements Rotation {}

    /** Used before: it has been copied, and nobody knows who is the thief. The whole session is over. */
    record Reused() implements Rotation {}
}
