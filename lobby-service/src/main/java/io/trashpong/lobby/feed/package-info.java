/**
 * The live list of public rooms. Each replica keeps it in memory as of one version, reads what changed when a doorbell rings,
 * and tells its readers; so every replica tells the same.
 */
@NullMarked
package io.trashpong.lobby.feed;

import org.jspecify.annotations.NullMarked;
