/** Tests. */
@NullMarked
package io.trashpong.relay.ticket;

import org.jspecify.annotations.NullMarked;
