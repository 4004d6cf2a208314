package io.trashpong.auth.account;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.Function;

/** What came of a wish: its value, or the reason why not. */
public sealed interface Outcome<T> {

    record Done<T>(T value) implements Outcome<T> {}

    record Refused<T>(Refusal refusal) implements Outcome<T> {}

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }

    static <T> Outcome<T> of(Optional<T> value, Refusal otherwise) {
        return value.map(Outcome::done).orElseGet(() -> refused(otherwise));
    }

    /** The next step, unless this one was refused. */
    default <R> Outcome<R> then(Function<T, Outcome<R>> next) {
        return switch (this) {
            case Done<T>(var value) -> next.apply(value);
            case Refused<T>(var refusal) -> refused(refusal);
        };
    }

    /** The next step that takes its time, unless this one was refused. */
    default <R> Uni<Outcome<R>> chain(Function<T, Uni<Outcome<R>>> next) {
        return switch (this) {
            case Done<T>(var value) -> next.apply(value);
            case Refused<T>(var refusal) -> Uni.createFrom().item(refused(refusal));
        };
    }
}
