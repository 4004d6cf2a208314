package io.trashpong.harness.faults.site;

import io.trashpong.harness.stack.ServiceProcess;
import io.trashpong.protocol.CloseCode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a service says of itself on its management port, and what the operating system says of its process. */
public final class RelayProbe {
    private static final String HEAP = "jvm_memory_used_bytes{area=\"heap\"";
    private static final String CONNECTIONS = "trashpong_relay_connections";
    private static final String QUEUED = "trashpong_relay_queue_bytes";

    private final ServiceProcess service;

    public RelayProbe(ServiceProcess service) {
        this.service = service;
    }

    /** Open WebSockets of rooms. */
    public long connections() throws IOException, InterruptedException {
        return (long) sum(CONNECTIONS);
    }

    /** Bytes that wait for slow readers. */
    public long queuedBytes() throws IOException, InterruptedException {
        return (long) sum(QUEUED);
    }

    /** Connections that the relay has closed with that code. */
    public long closes(CloseCode code) throws IOException, InterruptedException {
        return (long) sum("trashpong_relay_closes_total{code=\"" + code.code() + "\"");
    }

    /** Bytes of heap in use after a full collection. */
    public long liveHeap() throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        int _ = new ProcessBuilder(jcmd, Long.toString(service.handle().pid()), "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        return (long) sum(HEAP);
    }

    /** Open files and sockets; 0 where the operating system does not say. */
    public long handles() throws IOException {
        Path descriptors = Path.of("/proc", Long.toString(service.handle().pid()), "fd");
        if (!Files.isDirectory(descriptors)) {
            return 0;
        }
        try (var files = Files.list(descriptors)) {
            return files.count();
        }
    }

    private double sum(String metric) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(service.management().resolve("/q/metrics"))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .lines()
                    .filter(line -> line.startsWith(metric))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        }
    }
}
