package io.trashpong.auth;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.trashpong.auth");

    @Test
    void no_other_service_is_known_here() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.trashpong.lobby..", "io.trashpong.relay..", "io.trashpong.games..")
                .check(SERVICE);
    }

    @Test
    void the_bus_is_known_to_the_outbox_and_to_the_start_only() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.trashpong.auth.outbox..", "io.trashpong.auth")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.trashpong.bus..")
                .check(SERVICE);
    }

    @Test
    void edges_know_features_and_features_know_the_database() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("io.trashpong.auth..")
                .layer("service")
                .definedBy("io.trashpong.auth")
                .layer("http")
                .definedBy("io.trashpong.auth.http..")
                .layer("account")
                .definedBy("io.trashpong.auth.account..")
                .layer("guest")
                .definedBy("io.trashpong.auth.guest..")
                .layer("name")
                .definedBy("io.trashpong.auth.name..")
                .layer("outbox")
                .definedBy("io.trashpong.auth.outbox..")
                .layer("password")
                .definedBy("io.trashpong.auth.password..")
                .layer("session")
                .definedBy("io.trashpong.auth.session..")
                .layer("ticket")
                .definedBy("io.trashpong.auth.ticket..")
                .layer("token")
                .definedBy("io.trashpong.auth.token..")
                .layer("database")
                .definedBy("io.trashpong.auth.database..")
                .whereLayer("http")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("account")
                .mayOnlyBeAccessedByLayers("http")
                .whereLayer("guest")
                .mayOnlyBeAccessedByLayers("http")
                .whereLayer("name")
                .mayOnlyBeAccessedByLayers("http", "account", "guest", "password")
                .whereLayer("outbox")
                .mayOnlyBeAccessedByLayers("account", "guest")
                .whereLayer("password")
                .mayOnlyBeAccessedByLayers("http", "account")
                .whereLayer("session")
                .mayOnlyBeAccessedByLayers("http", "account", "guest")
                .whereLayer("ticket")
                .mayOnlyBeAccessedByLayers("http")
                .whereLayer("token")
                .mayOnlyBeAccessedByLayers("http", "ticket")
                .whereLayer("service")
                .mayOnlyBeAccessedByLayers("http", "guest", "password", "token")
                .check(SERVICE);
    }

    @Test
    void sql_is_in_stores_only() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Store")
                .and()
                .resideOutsideOfPackage("io.trashpong.auth.database..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx..sqlclient..", "io.vertx.pgclient..", "java.sql..", "javax.sql..")
                .check(SERVICE);
    }

    @Test
    void http_is_at_the_edge_only() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.trashpong.auth.http..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "io.vertx.core.http..", "io.vertx.ext.web..")
                .check(SERVICE);
    }

    @Test
    void resources_are_seen_by_nobody() {
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .bePackagePrivate()
                .check(SERVICE);
    }

    @Test
    void packages_are_free_of_cycles() {
        slices().matching("io.trashpong.auth.(*)..").should().beFreeOfCycles().check(SERVICE);
    }
}
