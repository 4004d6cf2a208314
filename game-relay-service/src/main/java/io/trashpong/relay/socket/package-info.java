/** The WebSocket edge: limits, parses, hands over, closes with a code. */
@NullMarked
package io.trashpong.relay.socket;

import org.jspecify.annotations.NullMarked;
