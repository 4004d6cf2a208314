@NullMarked
package io.trashpong.relay.store;

import org.jspecify.annotations.NullMarked;
