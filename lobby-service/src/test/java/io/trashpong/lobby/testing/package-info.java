/** What the tests stand on: a Postgres, a fake of auth, players with tokens, a reader of the feed. */
@NullMarked
package io.trashpong.lobby.testing;

import org.jspecify.annotations.NullMarked;
