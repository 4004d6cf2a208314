package io.trashpong.auth;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ws.rs.Path;

@AnalyzeClasses(packages = "io.trashpong.auth", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule no_other_service_is_known_here = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.trashpong.lobby..", "io.trashpong.relay..", "io.trashpong.games..", "io.trashpong.bus..");

    @ArchTest
    static final ArchRule directions = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("io.trashpong.auth..")
            .layer("service")
            .definedBy("io.trashpong.auth")
            .layer("http")
            .definedBy("io.trashpong.auth.http..")
            .layer("guest")
            .definedBy("io.trashpong.auth.guest..")
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
            .whereLayer("guest")
            .mayOnlyBeAccessedByLayers("http")
            .whereLayer("session")
            .mayOnlyBeAccessedByLayers("http", "guest")
            .whereLayer("ticket")
            .mayOnlyBeAccessedByLayers("http")
            .whereLayer("token")
            .mayOnlyBeAccessedByLayers("http", "ticket")
            .whereLayer("service")
            .mayOnlyBeAccessedByLayers("http");

    @ArchTest
    static final ArchRule sql_is_in_stores_only = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Store")
            .and()
            .resideOutsideOfPackage("io.trashpong.auth.database..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx..sqlclient..", "io.vertx.pgclient..", "java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule http_is_at_the_edge_only = noClasses()
            .that()
            .resideOutsideOfPackage("io.trashpong.auth.http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "io.vertx.core.http..", "io.vertx.ext.web..");

    @ArchTest
    static final ArchRule resources_are_seen_by_nobody =
            classes().that().areAnnotatedWith(Path.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule packages_are_free_of_cycles =
            slices().matching("io.trashpong.auth.(*)..").should().beFreeOfCycles();
}
