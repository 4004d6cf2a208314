package io.trashpong.harness.terminal.scene;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whom a typed name means: who is called so to the letter, else who is when case does not count. */
public sealed interface Meant<T> {
    record One<T>(T value) implements Meant<T> {}

    record None<T>() implements Meant<T> {}

    record Several<T>() implements Meant<T> {}

    /** @param name null means whoever it is, when there is only one */
    static <T> Meant<T> of(@Nullable String name, List<T> values, Function<T, String> names) {
        if (name == null) {
            return of(values);
        }
        List<T> exact =
                values.stream().filter(value -> names.apply(value).equals(name)).toList();
        if (!exact.isEmpty()) {
            return of(exact);
        }
        String lower = name.toLowerCase(Locale.ROOT);
        return of(values.stream()
                .filter(value -> names.apply(value).toLowerCase(Locale.ROOT).equals(lower))
                .toList());
    }

    private static <T> Meant<T> of(List<T> found) {
        return switch (found.size()) {
            case 0 -> new None<>();
            case 1 -> new One<>(found.getFirst());
            default -> new Several<>();
        };
    }
}
