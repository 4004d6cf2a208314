/** The key pairs, the set of public keys, and user tokens. */
@NullMarked
package io.trashpong.auth.token;

import org.jspecify.annotations.NullMarked;
