/** Players with a password: how they come to be, log in, change it, and go. */
@NullMarked
package io.trashpong.auth.account;

import org.jspecify.annotations.NullMarked;
