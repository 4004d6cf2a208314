/** The event log, see docs/events.md. */
@NullMarked
package io.trashpong.lobby.eventlog;

import org.jspecify.annotations.NullMarked;
