package io.trashpong.games;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RulesArePureTest {
    private static final JavaClasses GAMES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.trashpong.games");

    @Test
    void rules_know_java_and_themselves_only() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java.lang..",
                        "java.util",
                        "java.util.function",
                        "org.jspecify.annotations",
                        "io.trashpong.games..")
                .check(GAMES);
    }

    @Test
    void games_do_not_know_each_other() {
        slices().matching("io.trashpong.games.(*)..")
                .should()
                .notDependOnEachOther()
                .check(GAMES);
    }

    @Test
    void rules_have_no_clock_and_no_dice_of_their_own() {
        noClasses()
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Random.class, Thread.class)
                .check(GAMES);
    }

    @Test
    void a_referee_is_the_only_thing_that_changes() {
        classes()
                .that()
                .doNotHaveSimpleName("Referee")
                .should()
                .haveOnlyFinalFields()
                .check(GAMES);
    }
}
