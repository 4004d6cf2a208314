package io.trashpong.harness.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.trashpong.harness.e2e.RunningStack;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** Few rooms for a short while: that what it counts is true, not that it is fast. */
@Isolated
@ExtendWith(RunningStack.class)
class LoadRunTest {
    private static final int ROOMS = 4;
    private static final int SECONDS = 3;
    /** Slow enough that no paddle gives way to a newer one, however busy the machine is. */
    private static final int RATE = 5;

    private final List<String> said = new ArrayList<>();

    @Test
    void every_aim_comes_to_the_other_player_once_on_the_same_relay_and_across(RunningStack.Site site)
            throws Exception {
        JsonNode report = run(site, new LoadPlan(ROOMS, RATE, 1, SECONDS, 2, Cross.HALF, Game.AIMS, 4));

        int sent = report.get("sent").asInt();
        assertTrue(sent >= 2 * ROOMS * RATE * (SECONDS - 1), sent + " were sent");
        assertEquals(sent, report.get("delivered").asInt());
        assertEquals(0, report.get("lost").asInt());
        assertEquals(0, report.get("doubled").asInt());
        assertEquals(0, report.get("refused").asInt());
        assertEquals(0, report.get("closed").asInt());
        assertEquals(2 * ROOMS + 4, report.get("connections").asInt());
        assertTrue(report.get("p50_us").asLong() <= report.get("p99_us").asLong());
        assertTrue(report.get("relay_cpu_us_per_msg").asDouble() > 0);
        assertTrue(said.stream().anyMatch(line -> line.startsWith(ROOMS + " matches are in play")), said::toString);
    }

    @Test
    void a_match_of_ours_goes_on_hit_by_hit(RunningStack.Site site) throws Exception {
        JsonNode report = run(site, new LoadPlan(1, RATE, 1, SECONDS, 2, Cross.ALL, Game.PONG, 0));

        assertTrue(report.get("sent").asInt() > 0);
        assertEquals(report.get("sent").asInt(), report.get("delivered").asInt());
        assertEquals(0, report.get("refused").asInt());
    }

    private JsonNode run(RunningStack.Site site, LoadPlan plan) throws InterruptedException {
        try (var crowd = new Crowd(site.stack())) {
            var report = new LoadRun(plan, site.stack(), crowd, _ -> {}, said::add).measure();
            return new ObjectMapper().valueToTree(report);
        }
    }
}
