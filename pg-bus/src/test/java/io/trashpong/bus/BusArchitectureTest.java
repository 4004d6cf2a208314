package io.trashpong.bus;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

final class BusArchitectureTest {
    private final JavaClasses bus = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.trashpong");

    @Test
    void the_bus_imports_nothing_else_of_ours() {
        classes()
                .that()
                .resideInAPackage("io.trashpong.bus..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.trashpong.bus..",
                        "java..",
                        "javax.crypto..",
                        "io.vertx..",
                        "io.netty..",
                        "io.micrometer..",
                        "org.flywaydb..",
                        "org.jspecify..")
                .check(bus);
    }

    @Test
    void only_the_bus_knows_of_notifications() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.trashpong.bus..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.vertx.pgclient.PgNotification")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("io.vertx.pgclient.pubsub..")
                .allowEmptyShould(true)
                .check(bus);
    }
}
