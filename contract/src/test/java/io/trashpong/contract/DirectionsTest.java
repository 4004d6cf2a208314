package io.trashpong.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class DirectionsTest {
    @Test
    void the_contract_knows_the_protocol_and_what_documents_are_made_with() {
        var ours = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.trashpong.contract");
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.trashpong.contract..",
                        "io.trashpong.protocol..",
                        "java..",
                        "org.jspecify..",
                        "org.eclipse.microprofile.openapi..",
                        "io.quarkus.smallrye.openapi..",
                        "org.jboss.jandex..")
                .check(ours);
    }
}
