package io.trashpong.harness.terminal.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001b[2J\u001b[1;1H",
                "\u001b]0;title\u0007",
                "\u009b31m",
                "a\rb",
                "a\nb",
                "a\bb",
                "\u202eevil",
                "\u2066x\u2069",
                "\u200b",
                "\u2028",
                "\u2029",
                "\ufeff",
                "\udb40\udc41",
                "\u0000",
                "\u007f",
                "\ue000",
                "\ud800",
                "\u061c"
            })
    void nothing_that_steers_a_terminal_is_left(String hostile) {
        for (String text : new String[] {
            PlainText.of(hostile), Line.news("<" + hostile + ">").text()
        }) {
            assertTrue(text.contains("\uFFFD"), text);
            assertTrue(
                    text.codePoints()
                            .noneMatch(point -> Character.isISOControl(point)
                                    || Character.getType(point) == Character.FORMAT
                                    || Character.getType(point) == Character.SURROGATE),
                    text);
        }
    }

    @Test
    void what_people_are_called_stays_as_it_is() {
        for (String name : new String[] {"Ada", "Zoë", "Μαρία", "李小龍", "محمد", "O'Neill", "नमस्ते", "Max 2"}) {
            assertEquals(name, PlainText.of(name));
        }
    }

    @Test
    void nothing_is_longer_than_a_few_lines() {
        assertEquals(401, PlainText.of("x".repeat(100_000)).length());
    }
}
