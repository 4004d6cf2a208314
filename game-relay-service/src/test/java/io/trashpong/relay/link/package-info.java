/** Tests. */
@NullMarked
package io.trashpong.relay.link;

import org.jspecify.annotations.NullMarked;
