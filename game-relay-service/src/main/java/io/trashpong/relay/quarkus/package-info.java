/** The relay as a Quarkus service: configuration, HTTP, health, start and stop. */
@NullMarked
package io.trashpong.relay.quarkus;

import org.jspecify.annotations.NullMarked;
