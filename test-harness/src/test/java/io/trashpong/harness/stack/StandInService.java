package io.trashpong.harness.stack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A program that stands where a service's {@code quarkus-run.jar} would: ready at once, it answers every request with its role
 * and the forwarded address. As a process of its own, so that starting and stopping are real.
 */
public final class StandInService {
    private StandInService() {}

    public static void main(String[] arguments) throws IOException {
        if (Files.exists(Path.of("broken"))) {
            System.out.println("the disk is full");
            System.exit(3);
        }
        String role = System.getenv("TRASHPONG_DB_USER");
        serve("QUARKUS_MANAGEMENT_PORT", "ready");
        serve("QUARKUS_HTTP_PORT", role);
    }

    private static void serve(String portVariable, String answer) throws IOException {
        int port = Integer.parseInt(System.getenv(portVariable));
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> {
            String line = answer + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("X-Forwarded-For");
            byte[] body = line.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    /** Lays out a checkout in which each service is this program and the web client is one page. */
    static void layOut(Path checkout) throws IOException {
        for (Service service : Service.values()) {
            Path application = service.application(checkout);
            Files.createDirectories(application);
            writeJar(application.resolve("quarkus-run.jar"));
        }
        Files.createDirectories(checkout.resolve("web-client"));
        Files.writeString(checkout.resolve("web-client/index.html"), "<!doctype html><title>Trashpong</title>");
    }

    private static void writeJar(Path jar) throws IOException {
        String classFile = StandInService.class.getName().replace('.', '/') + ".class";
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandInService.class.getName());
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var in = StandInService.class.getClassLoader().getResourceAsStream(classFile)) {
            out.putNextEntry(new JarEntry(classFile));
            in.transferTo(out);
        }
    }
}
