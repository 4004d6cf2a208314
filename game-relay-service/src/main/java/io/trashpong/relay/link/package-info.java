/** What edges and owners say to each other over the bus. */
@NullMarked
package io.trashpong.relay.link;

import org.jspecify.annotations.NullMarked;
