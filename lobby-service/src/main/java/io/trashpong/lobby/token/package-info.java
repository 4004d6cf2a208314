/** Who is calling: user tokens, checked with auth's public keys. */
@NullMarked
package io.trashpong.lobby.token;

import org.jspecify.annotations.NullMarked;
