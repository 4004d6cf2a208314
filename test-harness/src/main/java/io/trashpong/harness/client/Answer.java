package io.trashpong.harness.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;

/** What a service answered: what was asked for, or a problem (RFC 9457). */
public sealed interface Answer<T> {

    record Granted<T>(int status, T body) implements Answer<T> {}

    /** @param code of {@code ErrorCode}; empty when the answer is no problem+json of ours */
    record Refused<T>(int status, String code, JsonNode problem) implements Answer<T> {}

    /** What was granted as something else; a refusal stays as it is. */
    default <U> Answer<U> map(Function<? super T, ? extends U> change) {
        return switch (this) {
            case Granted<T>(int status, T body) -> new Granted<>(status, change.apply(body));
            case Refused<T>(int status, String code, JsonNode problem) -> new Refused<>(status, code, problem);
        };
    }

    /** @throws IllegalStateException when it was refused; for callers that count on success */
    default T orThrow() {
        return switch (this) {
            case Granted<T>(int _, T body) -> body;
            case Refused<T>(int status, String code, JsonNode problem) ->
                throw new IllegalStateException("refused with " + status + " " + code + ": " + problem);
        };
    }
}
