package io.trashpong.auth.guest;

import static io.trashpong.auth.testing.Api.assertProblem;
import static io.trashpong.auth.testing.Api.client;
import static io.trashpong.auth.testing.Api.createGuest;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.trashpong.auth.testing.Postgres;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class NamesTest {
    private static final int MOST_TRIES = 3;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)",
                "Robert'); DROP--",
                "%s%n%p${1}",
                "{{7*7}}",
                "__proto__",
                "constructor",
                "\\\"}",
                "٪٪",
            })
    void hostile_names_are_names_and_come_back_unchanged(String name) {
        createGuest(name).statusCode(201).body("player.name", equalTo(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "M", "123456789012345678901", "Ma\u202Ex", "Mа\u0445x", "Ma\u200Bx", "Ma\nx"})
    void what_is_no_name_is_refused(String name) {
        assertProblem(createGuest(name), 400, "name-invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ma\\u0000x", "\\u0000\\u0000", "Ma\\ud800x"})
    void a_null_character_or_half_a_pair_is_a_400(String escaped) {
        var answer = client().body("{\"name\":\"" + escaped + "\"}")
                .post("/api/auth/guests")
                .then();
        assertProblem(answer, 400, "name-invalid");
    }

    @Test
    void a_twin_gets_a_number_and_another_identity() {
        var first = createGuest("Twin").statusCode(201).extract();
        var second = createGuest("ＴＷＩＮ").statusCode(201).extract();
        assertEquals("ＴＷＩＮ 2", second.path("player.name"));
        assertNotEquals(first.<String>path("player.id"), second.<String>path("player.id"));
        createGuest("twin").body("player.name", equalTo("twin 3"));
    }

    @Test
    void a_number_that_somebody_chose_himself_is_passed_over() {
        createGuest("Nora 2").body("player.name", equalTo("Nora 2"));
        createGuest("Nora").body("player.name", equalTo("Nora"));
        createGuest("Nora").body("player.name", equalTo("Nora 3"));
    }

    @Test
    void a_long_name_is_cut_to_make_room_for_its_number() {
        createGuest("abcdefghijklmnopqrst").body("player.name", equalTo("abcdefghijklmnopqrst"));
        createGuest("abcdefghijklmnopqrst").body("player.name", equalTo("abcdefghijklmnopqr 2"));
    }

    @Test
    void fifty_at_once_with_one_name_get_fifty_names() throws Exception {
        Callable<String> guest = NamesTest::createLegionary;
        Set<String> names = new HashSet<>();
        try (var pool = Executors.newFixedThreadPool(50)) {
            for (var name :
                    pool.invokeAll(Stream.generate(() -> guest).limit(50).toList())) {
                names.add(name.get());
            }
        }
        assertEquals(50, names.size());
        assertTrue(names.contains("Legion") && names.contains("Legion 50"), "no number is left out: " + names);
    }

    /** On a slow machine fifty in a queue may be told to come again, and do. */
    private static String createLegionary() {
        for (int tries = 1; ; tries++) {
            var answer = createGuest("Legion");
            if (answer.extract().statusCode() != 503 || tries == MOST_TRIES) {
                return answer.statusCode(201).extract().path("player.name");
            }
        }
    }
}
