package io.trashpong.harness.terminal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandReaderTest {
    @Test
    void a_name_is_the_rest_of_the_line_whatever_stands_in_it() {
        assertEquals(understood(new Command.Begin("Max 2")), CommandReader.read("  begin   Max 2 "));
        assertEquals(understood(new Command.Begin("O'Neill \\")), CommandReader.read("begin O'Neill \\"));
        assertEquals(understood(new Command.LogIn("Ada")), CommandReader.read("LOGIN Ada"));
    }

    @Test
    void a_cell_is_a_row_and_a_column_or_its_number() {
        for (String same : new String[] {"send 2 3", "send 2,3", "send 2 , 3", "send 6"}) {
            assertEquals(understood(new Command.Send(5)), CommandReader.read(same), same);
        }
        assertEquals(understood(new Command.Send(0)), CommandReader.read("send 1 1"));
        assertEquals(understood(new Command.Send(8)), CommandReader.read("send 9"));
    }

    @Test
    void who_is_meant_may_be_left_out_where_there_is_only_one() {
        assertEquals(understood(new Command.Accept(null)), CommandReader.read("accept"));
        assertEquals(understood(new Command.Refuse("Ada")), CommandReader.read("refuse Ada"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "adduser",
                "login",
                "guest",
                "begin",
                "join",
                "say",
                "send",
                "logout now",
                "passwd secret",
                "list all",
                "leaders day",
                "delay 3",
                "end it",
                "again 2",
                "quick pong",
                "rooms 1",
                "exit 0",
                "help nothing",
                "send 0",
                "send 10",
                "send 4 1",
                "send 1 1 1",
                "send one",
                "send -1",
                "send 1;2",
                "send 2147483648 1",
                "join 0",
                "join -1",
                "join 1e3",
                "join 99999999999999999999",
                "join one",
                "frobnicate",
                "begin\u0000Ada",
                "\u001b[2J",
                "%s%n",
                "../../etc/passwd",
                "'; DROP TABLE player; --",
                "list; exit"
            })
    void missing_superfluous_and_hostile_arguments_get_a_sentence(String line) {
        var mistake = assertInstanceOf(Parsed.Mistake.class, CommandReader.read(line));
        assertTrue(mistake.sentence().length() > 10, mistake::sentence);
    }

    @Test
    void what_is_too_long_gets_a_sentence_and_is_not_repeated() {
        for (String line : new String[] {"x".repeat(100_000), "begin " + "x".repeat(65), "say " + "x".repeat(201)}) {
            var mistake = assertInstanceOf(Parsed.Mistake.class, CommandReader.read(line));
            assertTrue(mistake.sentence().length() < 100, mistake::sentence);
        }
    }

    @Test
    void an_empty_line_is_nothing() {
        assertInstanceOf(Parsed.Nothing.class, CommandReader.read("   "));
    }

    @Test
    void every_word_explains_itself() {
        assertTrue(Arrays.stream(Word.values())
                .allMatch(
                        word -> CommandReader.read("help " + word.word()).equals(understood(new Command.Help(word)))));
    }

    @Test
    void a_line_that_may_hold_a_password_is_not_remembered() {
        for (String line : new String[] {
            "login Ada tr0ub4dor",
            "adduser Ada tr0ub4dor",
            "login Ada " + "x".repeat(90),
            "passwd tr0ub4dor",
            "lgoin Ada tr0ub4dor",
            "tr0ub4dor",
            ""
        }) {
            assertFalse(CommandReader.mayBeRemembered(line), line);
        }
        for (String line : new String[] {"login Ada", "begin Max 2", "send 2 3", "say good game"}) {
            assertTrue(CommandReader.mayBeRemembered(line), line);
        }
    }

    private static Parsed understood(Command command) {
        return new Parsed.Understood(command);
    }
}
