@NullMarked
package io.trashpong.relay.meter;

import org.jspecify.annotations.NullMarked;
