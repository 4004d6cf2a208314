/**
 * Replicas find and talk to each other through Postgres LISTEN/NOTIFY. Three classes of traffic, by type: {@link
 * io.trashpong.bus.VolatileTopic} may lose, {@link io.trashpong.bus.OrderedTopic} loses nothing silently, {@link
 * io.trashpong.bus.DurableTopic} is written down in the business transaction.
 */
@NullMarked
package io.trashpong.bus;

import org.jspecify.annotations.NullMarked;
