/** Tests. */
@NullMarked
package io.trashpong.relay.ownership;

import org.jspecify.annotations.NullMarked;
