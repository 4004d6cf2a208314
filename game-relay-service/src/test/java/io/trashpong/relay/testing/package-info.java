/** A whole relay, its auth, and clients, for tests. */
@NullMarked
package io.trashpong.relay.testing;

import org.jspecify.annotations.NullMarked;
