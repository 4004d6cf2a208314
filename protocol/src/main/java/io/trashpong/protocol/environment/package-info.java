/** What operators tell the services by the environment: each variable, who reads it, and what it must be. */
@NullMarked
package io.trashpong.protocol.environment;

import org.jspecify.annotations.NullMarked;
