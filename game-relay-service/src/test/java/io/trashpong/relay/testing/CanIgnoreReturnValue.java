package io.trashpong.relay.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

/** Error Prone knows this name: what is returned here may be dropped. */
@Target({ElementType.TYPE, ElementType.METHOD})
@interface CanIgnoreReturnValue {}
