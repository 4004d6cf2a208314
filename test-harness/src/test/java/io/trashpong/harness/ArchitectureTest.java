package io.trashpong.harness;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** What the harness may know: what a stranger could, the contract and the rules. */
class ArchitectureTest {
    private static final JavaClasses HARNESS = new ClassFileImporter().importPackages("io.trashpong.harness");

    @Test
    void the_harness_knows_the_contract_and_the_rules_and_no_service() {
        classes()
                .that()
                .resideInAPackage("io.trashpong.harness..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.trashpong.harness..",
                        "io.trashpong.protocol..",
                        "io.trashpong.contract..",
                        "io.trashpong.games..",
                        "io.trashpong.bus..",
                        "java..",
                        "javax..",
                        "org.w3c.dom..",
                        "com.sun.net.httpserver..",
                        "org.jspecify..",
                        "picocli..",
                        "org.jline..",
                        "com.pty4j..",
                        "io.vertx..",
                        "io.netty.handler.codec.http..",
                        "com.fasterxml.jackson..",
                        "io.zonky.test..",
                        "org.HdrHistogram..",
                        "org.knowm.xchart..",
                        "de.erichseifert.vectorgraphics2d..",
                        "org.junit..",
                        "org.awaitility..",
                        "com.microsoft.playwright..",
                        "com.google.gson..",
                        "com.tngtech.archunit..",
                        "io.fabric8..")
                .check(HARNESS);
    }

    @Test
    void the_client_knows_neither_bot_nor_stack_nor_gateway() {
        noClasses()
                .that()
                .resideInAPackage("..harness.client..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..harness.bot..", "..harness.stack..", "..harness.gateway..")
                .check(HARNESS);
    }

    @Test
    void what_the_terminal_understands_knows_and_shows_is_apart_from_keyboard_and_network() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "..harness.terminal.command..", "..harness.terminal.scene..", "..harness.terminal.view..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jline..", "io.vertx..", "java.io..", "java.net..", "java.util.concurrent..")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("..harness.terminal")
                .check(HARNESS);
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching("io.trashpong.harness.(*)..")
                .should()
                .beFreeOfCycles()
                .check(HARNESS);
    }
}
