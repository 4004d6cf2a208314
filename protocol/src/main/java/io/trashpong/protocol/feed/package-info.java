/** The lobby's live feed: a snapshot, then versioned deltas. */
@NullMarked
package io.trashpong.protocol.feed;

import org.jspecify.annotations.NullMarked;
