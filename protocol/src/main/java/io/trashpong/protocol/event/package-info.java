/** Durable events between services; each topic is one sealed interface, each event one record. */
@NullMarked
package io.trashpong.protocol.event;

import org.jspecify.annotations.NullMarked;
