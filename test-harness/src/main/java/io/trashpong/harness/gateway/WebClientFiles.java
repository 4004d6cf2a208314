package io.trashpong.harness.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/**
 * The web client's files, as they lie in its folder: what the page loads and nothing else of it. A browser keeps them and asks
 * each time whether they changed.
 */
final class WebClientFiles {
    private static final Set<String> FOLDERS = Set.of("src", "locales", "icons", "styles");
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("txt", "text/plain; charset=utf-8"));
    private static final Set<String> TEXTS = Set.of("html", "js", "css", "json", "webmanifest", "svg", "txt");
    /** At the top of the folder lie the tools' settings too; of these types the page's own files are. */
    private static final Set<String> TOP_LEVEL_TYPES = Set.of("html", "css", "webmanifest", "svg", "png", "ico");
    /** Controls what lies beside and below it, so it lies at the top. */
    private static final String SERVICE_WORKER = "service-worker.js";

    private final Path folder;

    WebClientFiles(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** @param path begins with a slash; unambiguous, see {@link Route} */
    void serve(HttpServerRequest request, String path) {
        HttpServerResponse response = request.response();
        if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
            response.putHeader("Allow", "GET, HEAD");
            Problem.METHOD_NOT_ALLOWED.send(response);
            return;
        }
        Optional<Path> file = find(path);
        if (file.isEmpty()) {
            Problem.NOT_FOUND.send(response);
            return;
        }
        try {
            send(request, file.get());
        } catch (IOException e) {
            Problem.NOT_FOUND.send(response);
        }
    }

    /** The file to serve under that path, if it is one of those the page loads. */
    Optional<Path> find(String path) {
        Path relative = folder.getFileSystem().getPath(path.substring(1));
        Path file = folder.resolve(relative).normalize();
        if (!file.startsWith(folder) || relative.toString().isEmpty()) {
            return Optional.empty();
        }
        String type = extension(file);
        boolean served = relative.getNameCount() == 1
                ? TOP_LEVEL_TYPES.contains(type) || relative.toString().equals(SERVICE_WORKER)
                : FOLDERS.contains(relative.getName(0).toString()) && TYPES.containsKey(type);
        return served && Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }

    private static void send(HttpServerRequest request, Path file) throws IOException {
        String type = extension(file);
        boolean packed = TEXTS.contains(type) && takesGzip(request);
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        String tag = "\"" + Long.toHexString(attributes.lastModifiedTime().toMillis()) + "-"
                + Long.toHexString(attributes.size()) + (packed ? "-gzip" : "") + "\"";
        HttpServerResponse response = request.response();
        response.putHeader("ETag", tag)
                .putHeader("Cache-Control", "no-cache")
                .putHeader("Vary", "Accept-Encoding")
                .putHeader("Content-Type", TYPES.get(type));
        if (tag.equals(request.getHeader("If-None-Match"))) {
            var _ = response.setStatusCode(304).end();
            return;
        }
        // The largest is some 20 KB, so it is read and packed as it is asked for.
        byte[] content = Files.readAllBytes(file);
        if (packed) {
            response.putHeader("Content-Encoding", "gzip");
            content = gzip(content);
        }
        if (request.method().equals(HttpMethod.HEAD)) {
            var _ = response.putHeader("Content-Length", Long.toString(content.length))
                    .end();
        } else {
            var _ = response.end(Buffer.buffer(content));
        }
    }

    private static boolean takesGzip(HttpServerRequest request) {
        String accepted = request.getHeader("Accept-Encoding");
        return accepted != null && accepted.contains("gzip") && !accepted.contains("gzip;q=0");
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    private static String extension(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
