package io.trashpong.harness.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trashpong.harness.gateway.RelayChooser;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The stack with a stand-in for each service: real processes, a real Postgres, a real gateway. */
@Isolated
class StackTest {
    @TempDir
    Path checkout;

    private final List<String> lines = new ArrayList<>();
    private final List<Stack> stacks = new ArrayList<>();

    @BeforeEach
    void layOutACheckout() throws IOException {
        StandInService.layOut(checkout);
    }

    @AfterEach
    void stopEverything() {
        stacks.forEach(Stack::close);
    }

    @Test
    void everything_is_reachable_through_one_origin_and_nothing_is_left_after_it_stops() throws Exception {
        var others = ProcessHandle.current().descendants().toList();
        Stack stack = stack(0, false);
        stack.start();

        assertEquals("trashpong_auth /api/auth/me 127.0.0.1", get(stack.url().resolve("/api/auth/me")));
        assertEquals(
                "trashpong_lobby /api/rooms?game=pong 127.0.0.1",
                get(stack.url().resolve("/api/rooms?game=pong")));
        assertTrue(get(stack.url()).contains("<title>Trashpong</title>"));
        List<ProcessHandle> processes = ProcessHandle.current()
                .descendants()
                .filter(process -> !others.contains(process))
                .toList();
        assertTrue(processes.size() >= 4 + 1, "four services and the guard: " + processes);

        stack.close();

        assertFalse(processes.stream().anyMatch(ProcessHandle::isAlive));
        assertTrue(postgresProcess().isEmpty());
    }

    @Test
    void what_was_written_is_there_at_the_next_start_and_gone_after_a_fresh_one() throws Exception {
        run(false, "CREATE TABLE lobby.kept (n int)");
        run(false, "SELECT * FROM lobby.kept");

        var gone = assertThrows(java.sql.SQLException.class, () -> run(true, "SELECT * FROM lobby.kept"));
        assertEquals("42P01", gone.getSQLState());
    }

    @Test
    void a_second_stack_in_the_same_folder_is_told_to_wait() throws Exception {
        stack(0, false).start();

        var failure = assertThrows(StackFailure.class, () -> stack(0, false).start());

        assertTrue(failure.getMessage().startsWith("Trashpong is already running in this folder."));
    }

    @Test
    void a_taken_port_is_named_with_what_to_do() throws IOException {
        try (var taken = new ServerSocket(0)) {
            var failure = assertThrows(
                    StackFailure.class, () -> stack(taken.getLocalPort(), false).start());
            assertTrue(
                    failure.getMessage().contains("Port " + taken.getLocalPort() + " is taken"), failure::getMessage);
            assertTrue(failure.getMessage().contains("--port"), failure::getMessage);
        }
    }

    @Test
    void a_service_that_dies_while_starting_is_named_with_its_last_words() throws Exception {
        Files.createFile(Service.LOBBY.application(checkout).resolve("broken"));

        var failure = assertThrows(StackFailure.class, () -> stack(0, false).start());

        assertTrue(failure.getMessage().startsWith("lobby ended with 3 while starting."), failure::getMessage);
        assertTrue(failure.getMessage().contains("the disk is full"), failure::getMessage);
    }

    @Test
    void broken_data_get_a_sentence_that_names_the_way_out() throws Exception {
        run(false, "SELECT 1");
        Files.writeString(checkout.resolve(".trashpong/postgres/global/pg_control"), "rubble");

        var failure = assertThrows(StackFailure.class, () -> stack(0, false).start());

        assertTrue(failure.getMessage().contains("./trashpong up --fresh"), failure::getMessage);
    }

    @Test
    void an_interrupted_first_start_is_begun_again() throws Exception {
        Files.createDirectories(checkout.resolve(".trashpong/postgres/base"));
        Files.writeString(checkout.resolve(".trashpong/postgres/postgresql.conf"), "half a sett");

        run(false, "SELECT 1");
    }

    private void run(boolean fresh, String sql) throws Exception {
        try (Stack stack = stack(0, fresh)) {
            stack.start();
            try (var connection = DriverManager.getConnection(
                            "jdbc:" + stack.databaseUrl(),
                            "postgres",
                            Files.readString(checkout.resolve(".trashpong/secrets/postgres-superuser")));
                    var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    private Stack stack(int port, boolean fresh) {
        var stack = new Stack(
                new StackOptions(
                        checkout, checkout.resolve(".trashpong"), port, 2, fresh, List.of(), RelayChooser.roundRobin()),
                lines::add);
        stacks.add(stack);
        return stack;
    }

    private List<ProcessHandle> postgresProcess() {
        String data = checkout.resolve(".trashpong/postgres").toString();
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(data))
                .toList();
    }

    private static String get(URI address) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
