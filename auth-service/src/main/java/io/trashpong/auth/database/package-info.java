/** Bounded access to Postgres for the stores. */
@NullMarked
package io.trashpong.auth.database;

import org.jspecify.annotations.NullMarked;
