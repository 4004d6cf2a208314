/** Who is online, over all lobby replicas: kept in memory, told over the bus, forgotten with the replica that told it. */
@NullMarked
package io.trashpong.lobby.presence;

import org.jspecify.annotations.NullMarked;
