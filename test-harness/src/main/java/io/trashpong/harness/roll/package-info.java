/**
 * The rolling proof: a cluster in small, with nginx in front and a name server that tells it who is there, whose replicas are
 * replaced one by one while bots play and others ask.
 */
@NullMarked
package io.trashpong.harness.roll;

import org.jspecify.annotations.NullMarked;
