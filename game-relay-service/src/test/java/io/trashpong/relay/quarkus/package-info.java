/** Tests of the deployed service. */
@NullMarked
package io.trashpong.relay.quarkus;

import org.jspecify.annotations.NullMarked;
