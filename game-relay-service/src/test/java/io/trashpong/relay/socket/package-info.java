/** Tests. */
@NullMarked
package io.trashpong.relay.socket;

import org.jspecify.annotations.NullMarked;
