/** Refresh tokens: one family for each sign-in, rotated on every use. */
@NullMarked
package io.trashpong.auth.session;

import org.jspecify.annotations.NullMarked;
