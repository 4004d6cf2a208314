/** Room tickets, verified against auth's key set without the database. */
@NullMarked
package io.trashpong.relay.ticket;

import org.jspecify.annotations.NullMarked;
