package io.trashpong.harness.load;

import io.trashpong.harness.client.Password;
import io.trashpong.harness.client.Trust;
import io.trashpong.harness.client.User;
import io.trashpong.harness.stack.StackFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.SynchronizedHistogram;

/**
 * People who log in with a password beside the matches: each waits for the answer and logs in again, so there are never more at
 * once than {@code side by side}. Their sessions stay with auth.
 */
final class Logins implements AutoCloseable {
    private static final Password PASSWORD = new Password("Nebelhorn im Gartenhaus");
    private static final int CREATED = 201;
    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(1);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final URI gateway;
    private final SynchronizedHistogram took = new SynchronizedHistogram(LONGEST_MICROS, 3);
    private final LongAdder refused = new LongAdder();
    private final List<Thread> people = new ArrayList<>();
    private volatile long measuredFrom;
    private volatile boolean ended;

    /** @param perSecond answered with a new session; {@code refused}: all others, busy workers included */
    record Figures(int sideBySide, double perSecond, long refused, double p50Millis, double p99Millis) {
        @Override
        public String toString() {
            return "logins with a password, %d side by side: %.1f a second, p50 %.0f ms, p99 %.0f ms, %d refused"
                    .formatted(sideBySide, perSecond, p50Millis, p99Millis, refused);
        }
    }

    private Logins(URI gateway) {
        this.gateway = gateway;
    }

    /** Makes an account for each and lets them begin. */
    static Logins start(URI gateway, int sideBySide) {
        var logins = new Logins(gateway);
        for (int i = 1; i <= sideBySide; i++) {
            String name = "Comer " + i;
            User.createAccount(gateway, Trust.MACHINE, name, PASSWORD).orThrow().close();
            logins.people.add(Thread.ofVirtual().start(() -> logins.comeAndGo(name)));
        }
        return logins;
    }

    /** From now on they count. */
    void measure() {
        took.reset();
        refused.reset();
        measuredFrom = System.nanoTime();
    }

    Figures figures() {
        double seconds = (System.nanoTime() - measuredFrom) / 1e9;
        return new Figures(
                people.size(),
                took.getTotalCount() / seconds,
                refused.sum(),
                took.getValueAtPercentile(50) / 1e3,
                took.getValueAtPercentile(99) / 1e3);
    }

    @Override
    public void close() {
        ended = true;
        people.forEach(Thread::interrupt);
    }

    private void comeAndGo(String name) {
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve("/api/auth/sessions"))
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"name\":\"" + name + "\",\"password\":\"" + PASSWORD.value() + "\"}"))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            while (!ended) {
                long begin = System.nanoTime();
                int status = http.send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                if (status == CREATED) {
                    took.recordValue(Math.min(LONGEST_MICROS, (System.nanoTime() - begin) / 1_000));
                } else {
                    refused.increment();
                }
            }
        } catch (IOException e) {
            if (!ended) {
                throw new StackFailure("A login was not answered: " + e.getMessage(), e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
