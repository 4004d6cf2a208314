/** The only issuer of tokens: guests, their sessions, the keys, and room tickets on the lobby's word. */
@NullMarked
package io.trashpong.auth;

import org.jspecify.annotations.NullMarked;
