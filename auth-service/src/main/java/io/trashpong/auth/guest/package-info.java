/** Players by name only: what a name may be, who has it, and when it is free again. */
@NullMarked
package io.trashpong.auth.guest;

import org.jspecify.annotations.NullMarked;
