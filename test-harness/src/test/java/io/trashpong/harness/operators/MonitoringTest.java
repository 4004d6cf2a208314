package io.trashpong.harness.operators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MonitoringTest {
    private static final Installation PRODUCTION = Overlay.PRODUCTION.render();

    @Test
    void the_runbook_explains_every_alert_and_no_other() {
        String runbook = Yaml.text(Overlay.CHECKOUT.resolve("docs/operations.md"));
        var explained = new TreeSet<String>();
        runbook.lines()
                .filter(line -> line.startsWith("| `Trashpong"))
                .forEach(line -> explained.add(line.substring(3, line.indexOf('`', 3))));

        assertEquals(new TreeSet<>(Monitoring.alerts(PRODUCTION)), explained);
    }

    @Test
    void an_alert_stands_once() {
        List<String> alerts = Monitoring.alerts(PRODUCTION);

        assertFalse(alerts.isEmpty());
        assertEquals(alerts.size(), new TreeSet<>(alerts).size());
    }
}
