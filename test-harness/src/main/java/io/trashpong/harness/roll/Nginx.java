package io.trashpong.harness.roll;

import io.trashpong.harness.stack.Progress;
import io.trashpong.harness.stack.StackFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The product's own nginx on the loopback interface: the files of {@code docker/web}, with other folders and another port, started
 * by the script that starts it in its container.
 */
final class Nginx implements AutoCloseable {
    private static final List<String> FILES =
            List.of("nginx.conf", "site.conf", "websocket.conf", "problem.conf", "security-headers.conf", "start");
    private static final Duration ANSWERS = Duration.ofSeconds(10);
    private static final long LOOK_MILLIS = 20;
    private static final long STOP_SECONDS = 5;

    private final Process process;
    private final URI url;

    private Nginx(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    /**
     * Starts it and waits until it answers.
     *
     * @param checkout whose files it serves
     * @param folder an own one, for its files and its log
     * @param environment what {@code docker/web/start} reads
     */
    static Nginx start(Path checkout, Path folder, int port, Map<String, String> environment, Progress progress)
            throws InterruptedException {
        Path binary = NginxBinary.find(progress);
        try {
            Path settings = render(checkout, folder, port);
            Path log = Files.createDirectories(folder.resolve("log")).resolve("nginx.log");
            var builder = new ProcessBuilder(
                            "/bin/sh", settings.resolve("start").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            builder.environment().merge("PATH", binary.resolveSibling("").toString(), (path, own) -> own + ":" + path);
            var nginx = new Nginx(builder.start(), URI.create("http://127.0.0.1:" + port));
            nginx.awaitAnswer(log);
            return nginx;
        } catch (IOException e) {
            throw new UncheckedIOException("nginx can't be started", e);
        }
    }

    URI url() {
        return url;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** New workers with the settings read anew; the old ones end when their last connection does. */
    void reload() {
        try {
            int result = new ProcessBuilder("kill", "-HUP", Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (result != 0) {
                throw new StackFailure("nginx can't be told to reload");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("kill can't be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return the folder with the rendered files */
    private static Path render(Path checkout, Path folder, int port) throws IOException {
        Path settings = Files.createDirectories(folder.resolve("nginx/settings"));
        var places = new LinkedHashMap<String, String>();
        places.put("/etc/nginx/trashpong", settings.toString());
        places.put("/tmp/nginx", folder.resolve("nginx/run").toString());
        places.put("/srv/web-client", checkout.resolve("web-client").toString());
        places.put("listen 8080;", "listen 127.0.0.1:" + port + ";");
        if (NginxBinary.isRoot()) {
            // Else its workers step down to a user who may read nothing here.
            places.put("daemon off;", "daemon off; user root;");
        }
        var unused = new LinkedHashMap<>(places);
        for (String name : FILES) {
            String text = Files.readString(checkout.resolve("docker/web").resolve(name));
            for (Map.Entry<String, String> place : places.entrySet()) {
                if (text.contains(place.getKey())) {
                    unused.remove(place.getKey());
                    text = text.replace(place.getKey(), place.getValue());
                }
            }
            Files.writeString(settings.resolve(name), text);
        }
        if (!unused.isEmpty()) {
            throw new StackFailure("docker/web does not name " + unused.keySet() + " any more; render it otherwise.");
        }
        return settings;
    }

    private void awaitAnswer(Path log) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + ANSWERS.toNanos();
        try (var http = HttpClient.newHttpClient()) {
            var probe = HttpRequest.newBuilder(url).timeout(ANSWERS).build();
            while (true) {
                try {
                    var answer = http.send(probe, HttpResponse.BodyHandlers.discarding());
                    if (answer.statusCode() == 200) {
                        return;
                    }
                } catch (IOException notYet) {
                    // It will, or the deadline ends it.
                }
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    close();
                    throw new StackFailure("nginx does not serve the site:\n" + Files.readString(log));
                }
                Thread.sleep(LOOK_MILLIS);
            }
        }
    }
}
