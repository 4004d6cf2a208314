package io.trashpong.protocol;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class DirectionsTest {
    @Test
    void the_protocol_knows_nothing_but_the_platform_and_jackson() {
        var ours = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.trashpong.protocol");
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("io.trashpong.protocol..", "java..", "com.fasterxml.jackson..", "org.jspecify..")
                .check(ours);
    }
}
