package io.trashpong.harness.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.trashpong.harness.operators.Monitoring;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What dashboards, alerts and autoscalers ask Prometheus for is what the services tell it. */
@ExtendWith(RunningStack.class)
class ScrapeTest {
    @Test
    void every_metric_that_something_names_is_in_a_scrape(RunningStack.Site site) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            // Requests are counted from the first one on.
            String _ = get(http, site.url().resolve("/.well-known/jwks.json"));
            String scrape = get(http, metrics(site.stack().auth().management()))
                    + get(http, metrics(site.stack().lobby().management()))
                    + get(http, metrics(site.stack().relays().getFirst().management()));

            Set<String> missing = new TreeSet<>(Monitoring.namedMetrics());
            assertFalse(missing.isEmpty());
            scrape.lines().forEach(line -> missing.remove(line.split("[{ ]", 2)[0]));
            assertEquals(Set.of(), missing);
        }
    }

    private static URI metrics(URI management) {
        return management.resolve("/q/metrics");
    }

    private static String get(HttpClient http, URI uri) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
