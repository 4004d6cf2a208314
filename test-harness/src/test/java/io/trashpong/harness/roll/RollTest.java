package io.trashpong.harness.roll;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trashpong.harness.faults.promise.Figure;
import io.trashpong.harness.stack.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A few matches behind nginx, whose every replica is replaced; {@code ./trashpong roll} does it at length. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere the loopback network has one address")
@Isolated("it measures gaps")
class RollTest {
    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();

    /** As after a roll back: the database is newer than the services. */
    @Test
    void replacing_every_replica_at_once_at_a_newer_schema_costs_no_match_and_no_request(@TempDir Path folder)
            throws Exception {
        var plan = new RollPlan(
                CHECKOUT,
                CHECKOUT,
                1,
                1,
                1,
                1,
                4,
                0,
                RollPlan.Way.AT_ONCE,
                true,
                Duration.ofMillis(2_500),
                Duration.ofSeconds(35),
                Duration.ofMinutes(2));
        try (var run = new RollRun(plan, folder, Progress.SILENT)) {
            List<Figure> fallShort =
                    run.run().stream().filter(figure -> !figure.kept()).toList();
            assertEquals(List.of(), fallShort);
        }
    }
}
