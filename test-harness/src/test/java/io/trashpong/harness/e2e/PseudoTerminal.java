package io.trashpong.harness.e2e;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import io.trashpong.harness.Main;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** {@code trashpong play} as a process of its own at a real pseudo-terminal, and a person who types there and reads. */
final class PseudoTerminal implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int COLUMNS = 160;
    private static final int ROWS = 50;
    /** What moves the cursor or colours, as ECMA-48 writes it. */
    private static final Pattern STEERING =
            Pattern.compile("\u001b\\[[0-9;?]*[ -/]*[@-~]|\u001b\\][^\u0007]*\u0007|\u001b[=>()][0-9A-Z]?|\r|\u0007");

    private final PtyProcess process;
    private final StringBuilder shown = new StringBuilder();
    private int read;

    private PseudoTerminal(PtyProcess process) {
        this.process = process;
        Thread.ofVirtual().start(this::keep);
    }

    static PseudoTerminal play(URI url, Path history, String... options) {
        List<String> command = javaCommand();
        command.addAll(List.of("play", "--url", url.toString(), "--history", history.toString()));
        command.addAll(List.of(options));
        var environment = new HashMap<>(System.getenv());
        environment.put("TERM", "xterm-256color");
        environment.put("LC_ALL", "C.UTF-8");
        try {
            return new PseudoTerminal(new PtyProcessBuilder(command.toArray(String[]::new))
                    .setEnvironment(environment)
                    .setInitialColumns(COLUMNS)
                    .setInitialRows(ROWS)
                    .setRedirectErrorStream(true)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException("no pseudo-terminal", e);
        }
    }

    /** As {@code ./trashpong} starts it. */
    static List<String> javaCommand() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                path,
                Main.class.getName()));
    }

    void type(String line) {
        send(line + "\r");
    }

    /** Keys as they come, without Enter. */
    void send(String keys) {
        try {
            process.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the terminal is gone; it showed:\n" + everything(), e);
        }
    }

    /** Waits until that is shown, after what was waited for before. */
    void await(String text) {
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> find(text));
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("not shown: " + text + "\nthe terminal shows:\n" + everything(), e);
        }
    }

    /** Waits until one of both is shown. @return whether it is the first */
    boolean awaitEither(String text, String other) {
        var seen = new AtomicBoolean();
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> {
                        seen.set(find(text));
                        return seen.get() || find(other);
                    });
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("neither " + text + " nor " + other + " is shown:\n" + everything(), e);
        }
        return seen.get();
    }

    /** Types the line again and again until it brings that. */
    void typeUntil(String line, String answer) {
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> {
                        boolean shown = find(answer);
                        if (!shown) {
                            type(line);
                        }
                        return shown;
                    });
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("not shown: " + answer + "\nthe terminal shows:\n" + everything(), e);
        }
    }

    /** Types a line and waits for what it brings. */
    void type(String line, String answer) {
        type(line);
        await(answer);
    }

    /** All that was shown so far, without what moves the cursor or colours. */
    String everything() {
        synchronized (shown) {
            return shown.toString();
        }
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("it did not end; it shows:\n" + everything());
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private boolean find(String text) {
        synchronized (shown) {
            int at = shown.indexOf(text, read);
            if (at < 0) {
                return false;
            }
            read = at + text.length();
            return true;
        }
    }

    /** A sequence may come in two pieces: the text is cleaned up to the last escape that is whole. */
    private void keep() {
        var buffer = new char[4_096];
        var rest = new StringBuilder();
        try (Reader screen = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
            for (int count = screen.read(buffer); count >= 0; count = screen.read(buffer)) {
                rest.append(buffer, 0, count);
                String plain = STEERING.matcher(rest).replaceAll("");
                int broken = plain.indexOf('\u001b');
                synchronized (shown) {
                    shown.append(plain, 0, broken < 0 ? plain.length() : broken);
                }
                rest.setLength(0);
                if (broken >= 0) {
                    rest.append(plain, broken, plain.length());
                }
            }
        } catch (IOException ended) {
            // The process has closed its side.
        }
    }
}
