package dev.limber.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.limber.local");

    @Test
    void of_the_core_only_the_chat_is_seen() {
        classes()
                .that()
                .resideInAPackage("dev.limber.local")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.limber.local..",
                        "dev.limber.core.chat",
                        "java..",
                        "javax.imageio..",
                        "org.jline..",
                        "org.jspecify..",
                        "org.slf4j..")
                .check(MAIN);
    }

    @Test
    void the_page_may_use_a_server_and_what_it_has_in_common_with_the_terminal() {
        classes()
                .that()
                .resideInAPackage("dev.limber.local.page")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.limber.local",
                        "dev.limber.local.page",
                        "dev.limber.core.chat",
                        "java..",
                        "org.jspecify..",
                        "org.slf4j..",
                        "com.fasterxml.jackson..",
                        "io.javalin..",
                        "jakarta.servlet..",
                        "kotlin..",
                        "org.eclipse.jetty..")
                .check(MAIN);
    }

    @Test
    void plain_screens_do_without_the_terminal_library() {
        noClasses()
                .that()
                .haveNameNotMatching(
                        ".*\\.(LiveScreen|GraphicsQuestion|LineCompleter|Painting|Wrapping|SystemTerminal)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jline..")
                .check(MAIN);
    }

    @Test
    void pictures_are_made_without_a_terminal() {
        classes()
                .that()
                .resideInAPackage("dev.limber.local.picture")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.limber.local.picture",
                        "dev.limber.core.chat",
                        "java..",
                        "javax.imageio..",
                        "org.jspecify..",
                        "org.slf4j..")
                .check(MAIN);
    }

    @Test
    void nothing_but_pictures_is_drawn() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.limber.local.picture")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.awt..", "javax.imageio..")
                .check(MAIN);
    }
}
