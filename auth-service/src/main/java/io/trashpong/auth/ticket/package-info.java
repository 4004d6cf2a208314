/** Room tickets, handed to the lobby over an internal call. */
@NullMarked
package io.trashpong.auth.ticket;

import org.jspecify.annotations.NullMarked;
