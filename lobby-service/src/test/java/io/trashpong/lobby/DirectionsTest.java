package io.trashpong.lobby;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

class DirectionsTest {
    private static final JavaClasses LOBBY =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("io.trashpong.lobby");

    @Test
    void features_have_no_cycles() {
        slices().matching("io.trashpong.lobby.(*)..").should().beFreeOfCycles().check(LOBBY);
    }

    @Test
    void nobody_depends_on_the_rest_edge() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..lobby.http..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..lobby.http..")
                .check(LOBBY);
    }

    @Test
    void rooms_know_nothing_of_who_uses_them() {
        noClasses()
                .that()
                .resideInAPackage("..lobby.room..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..lobby.seat..", "..lobby.match..", "..lobby.feed..", "..lobby.ticket..", "..lobby.token..")
                .check(LOBBY);
    }

    @Test
    void edges_hold_no_sql() {
        noClasses()
                .that()
                .resideInAnyPackage("..lobby.http..", "..lobby.feed..", "..lobby.ticket..", "..lobby.token..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx.sqlclient..", "io.vertx.mutiny.sqlclient..", "org.hibernate..")
                .check(LOBBY);
    }

    @Test
    void ratings_are_arithmetic_alone() {
        classes()
                .that()
                .resideInAPackage("..lobby.rating..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("..lobby.rating..", "java..", "org.jspecify..")
                .check(LOBBY);
    }

    @Test
    void no_other_service_is_known() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.trashpong.auth..", "io.trashpong.relay..", "io.trashpong.games..")
                .check(LOBBY);
    }
}
