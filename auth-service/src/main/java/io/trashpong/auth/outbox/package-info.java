/** What the other services are told: rows in the bus's outbox, written with the rows they speak of. */
@NullMarked
package io.trashpong.auth.outbox;

import org.jspecify.annotations.NullMarked;
