/** What operators see: metrics with documented names, and the event log. */
@NullMarked
package io.trashpong.relay.meter;

import org.jspecify.annotations.NullMarked;
