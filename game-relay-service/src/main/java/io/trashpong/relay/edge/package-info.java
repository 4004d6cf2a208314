/** The members connected here, and the way from them to their room's owner and back. */
@NullMarked
package io.trashpong.relay.edge;

import org.jspecify.annotations.NullMarked;
