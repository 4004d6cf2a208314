/** The documents under {@code docs/}, and the checks by which tests hold to them what crosses a process boundary. */
@NullMarked
package io.trashpong.contract;

import org.jspecify.annotations.NullMarked;
