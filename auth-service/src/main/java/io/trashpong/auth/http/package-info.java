/** The thin edge: resources, cookies, problems, limits. No SQL and no rule. */
@NullMarked
package io.trashpong.auth.http;

import org.jspecify.annotations.NullMarked;
