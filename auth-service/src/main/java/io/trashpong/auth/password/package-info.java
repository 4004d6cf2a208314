/** What may be a password, how it is kept, and how often it may be guessed. */
@NullMarked
package io.trashpong.auth.password;

import org.jspecify.annotations.NullMarked;
