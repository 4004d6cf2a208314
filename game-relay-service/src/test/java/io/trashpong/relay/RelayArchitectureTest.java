package io.trashpong.relay;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The directions that never break: socket, edge, host, room, games; and SQL in two places only. */
final class RelayArchitectureTest {
    private static final String RELAY = "io.trashpong.relay.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.trashpong.relay");

    @Test
    void a_room_knows_the_rules_and_the_protocol_and_nothing_else() {
        classes()
                .that()
                .resideInAPackage(RELAY + "room..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        RELAY + "room..",
                        "io.trashpong.games..",
                        "io.trashpong.protocol..",
                        "java..",
                        "org.jspecify..",
                        "com.fasterxml.jackson.annotation..")
                .check(CLASSES);
    }

    @Test
    void only_the_room_knows_the_rules_of_a_game() {
        noClasses()
                .that()
                .resideOutsideOfPackage(RELAY + "room..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.trashpong.games..")
                .check(CLASSES);
    }

    @Test
    void a_host_knows_no_edge_and_no_socket() {
        neverBack("host", "edge", "socket", "link", "lobby");
    }

    @Test
    void an_edge_knows_no_socket() {
        neverBack("edge", "socket", "lobby");
    }

    @Test
    void the_link_carries_the_rooms_words_and_knows_nobody_who_sends_them() {
        neverBack("link", "edge", "host", "socket", "store", "ownership");
    }

    @Test
    void sockets_reach_rooms_through_edges_only() {
        neverBack("socket", "host", "store", "ownership", "link");
    }

    @Test
    void only_the_outermost_package_knows_quarkus() {
        noClasses()
                .that()
                .resideOutsideOfPackage(RELAY + "quarkus..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "jakarta..", RELAY + "quarkus..")
                .check(CLASSES);
    }

    @Test
    void only_store_ownership_and_clock_ask_postgres() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        RELAY + "room..",
                        RELAY + "host..",
                        RELAY + "edge..",
                        RELAY + "link..",
                        RELAY + "socket..",
                        RELAY + "ticket..",
                        RELAY + "meter..",
                        RELAY + "quarkus..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx.sqlclient..", "io.vertx.pgclient..", "java.sql..")
                .check(CLASSES);
    }

    private static void neverBack(String from, String... to) {
        for (String target : to) {
            noClasses()
                    .that()
                    .resideInAPackage(RELAY + from + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(RELAY + target + "..")
                    .check(CLASSES);
        }
    }
}
