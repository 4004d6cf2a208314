/** One relay replica, put together. */
@NullMarked
package io.trashpong.relay;

import org.jspecify.annotations.NullMarked;
