package io.trashpong.harness.terminal.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class MeantTest {
    private static final List<String> NAMES = List.of("Ada", "ADA", "Bob");

    @Test
    void the_letter_decides_before_the_case() {
        assertEquals(new Meant.One<>("Ada"), meant("Ada"));
        assertEquals(new Meant.One<>("Bob"), meant("bob"));
        assertEquals(new Meant.Several<>(), meant("ada"));
        assertEquals(new Meant.None<>(), meant("Eve"));
    }

    @Test
    void without_a_name_only_one_can_be_meant() {
        assertEquals(new Meant.Several<>(), Meant.of(null, NAMES, Function.identity()));
        assertEquals(new Meant.One<>("Bob"), Meant.of(null, List.of("Bob"), Function.identity()));
    }

    private static Meant<String> meant(String name) {
        return Meant.of(name, NAMES, Function.identity());
    }
}
