package io.trashpong.contract;

import io.trashpong.protocol.ErrorCode;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * With which codes a resource method refuses a request, beyond those that {@link Refusals#documented} adds by itself for its
 * body, its path and its token. They stand in the OpenAPI document, one answer a status; the tests find an answer that does not.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Refuses {
    ErrorCode[] value();
}
