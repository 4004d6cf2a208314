package io.trashpong.harness.client;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trashpong.protocol.Subprotocol;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over https, against a server whose certificate nobody but its operator knows. */
class TrustTest {
    private static final String PASSWORD = "changeit";
    private static final Vertx VERTX = Vertx.vertx();

    @TempDir
    static Path folder;

    private static URI url = URI.create("https://localhost");

    @BeforeAll
    static void serve() throws Exception {
        keytool(
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-validity",
                "2");
        keytool("-exportcert", "-rfc", "-file", certificate().toString());
        var options = new HttpServerOptions()
                .setSsl(true)
                .setWebSocketSubProtocols(List.of(Subprotocol.TRASHPONG_V1))
                .setKeyCertOptions(new PfxOptions().setPath(store().toString()).setPassword(PASSWORD));
        int port = get(VERTX.createHttpServer(options)
                        .webSocketHandler(_ -> {})
                        .requestHandler(request -> request.response().end("{\"keys\":[]}"))
                        .listen(0, "localhost"))
                .actualPort();
        url = URI.create("https://localhost:" + port);
    }

    @AfterAll
    static void stop() throws Exception {
        get(VERTX.close());
    }

    @Test
    void what_the_file_names_is_believed_for_requests_and_web_sockets() throws Exception {
        var trust = new Trust(certificate());
        assertDoesNotThrow(() -> Site.demand(url, trust));
        WebSocketClient client = SocketOptions.client(VERTX, trust);
        assertEquals(
                Subprotocol.TRASHPONG_V1,
                get(client.connect(SocketOptions.of(url, "/ws/lobby", "a.b.c"))).subProtocol());
    }

    @Test
    void an_unknown_certificate_is_refused_with_what_to_do() {
        var refused = assertThrows(UnreachableException.class, () -> Site.demand(url, Trust.MACHINE));
        assertTrue(String.valueOf(refused.getMessage()).contains("--ca FILE"), refused::getMessage);
        WebSocketClient client = SocketOptions.client(VERTX, Trust.MACHINE);
        assertThrows(ExecutionException.class, () -> get(client.connect(SocketOptions.of(url, "/ws/lobby", "a.b.c"))));
    }

    @Test
    void another_host_of_the_same_certificate_is_refused() {
        URI other = URI.create(url.toString().replace("localhost", "127.0.0.1"));
        assertThrows(UnreachableException.class, () -> Site.demand(other, new Trust(certificate())));
    }

    @Test
    void a_file_that_is_missing_or_holds_no_certificate_is_named() throws IOException {
        for (Path file : List.of(folder.resolve("missing"), Files.writeString(folder.resolve("rubble"), "rubble"))) {
            var failure = assertThrows(UncheckedIOException.class, () -> Site.demand(url, new Trust(file)));
            assertTrue(String.valueOf(failure.getMessage()).contains(file.toString()), failure::getMessage);
        }
    }

    private static Path store() {
        return folder.resolve("key.p12");
    }

    private static Path certificate() {
        return folder.resolve("certificate.pem");
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-alias", "test", "-keystore", store().toString(), "-storepass", PASSWORD));
        assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor());
    }

    private static <T> T get(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
}
