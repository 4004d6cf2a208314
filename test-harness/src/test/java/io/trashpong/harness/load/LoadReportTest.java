package io.trashpong.harness.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadReportTest {
    private static final List<String> KEYS = List.of(
            "sent",
            "delivered",
            "lost",
            "doubled",
            "refused",
            "closed",
            "messages_per_s",
            "p50_us",
            "p99_us",
            "p999_us",
            "max_us",
            "relay_cpu_us_per_msg",
            "postgres_cpu_us_per_msg",
            "generator_cpu_us_per_msg",
            "relay_cpu_percent",
            "postgres_cpu_percent",
            "generator_cpu_percent",
            "bytes_out_per_msg",
            "bytes_in_per_msg",
            "commits_per_s",
            "connections",
            "rss_kb_per_conn",
            "heap_kb_per_conn",
            "rooms",
            "relays");

    private final LoadPlan plan = new LoadPlan(0, 30, 0, 10, 2, Cross.ALL, Game.AIMS, 100);

    @Test
    void the_keys_of_the_json_are_those_that_are_documented() {
        var keys = new ArrayList<String>();
        json().fieldNames().forEachRemaining(keys::add);

        assertEquals(KEYS, keys);
    }

    @Test
    void what_can_not_be_told_is_null_not_zero() {
        assertTrue(json().get("p99_us").isNull());
        assertTrue(json().get("relay_cpu_us_per_msg").isNull());
    }

    @Test
    void memory_is_told_for_each_connection() {
        assertEquals(20.0, json().get("rss_kb_per_conn").asDouble());
        assertEquals(8.0, json().get("heap_kb_per_conn").asDouble());
    }

    @Test
    void rates_are_over_the_measured_time() {
        assertEquals(50.0, json().get("relay_cpu_percent").asDouble());
        assertEquals(4.0, json().get("commits_per_s").asDouble());
    }

    private JsonNode json() {
        var begin = new Mark(0, 0, 0, 0, 0, 0, 0, 0, 100);
        var end = new Mark(10_000_000_000L, 5_000_000, 0, 0, 0, 0, 0, 0, 140);
        var report = LoadReport.of(
                plan,
                begin,
                end,
                List.of(),
                new LoadTally(),
                100,
                new Memory(100_000, 20_000L),
                new Memory(102_000, 20_800L));
        return new ObjectMapper().valueToTree(report);
    }
}
