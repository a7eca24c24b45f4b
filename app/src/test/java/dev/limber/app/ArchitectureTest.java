package dev.limber.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each room, and each package of this one, may use. */
class ArchitectureTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("dev.limber");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    dev.limber.core..          | dev.limber.core..
                    dev.limber.illustrator..   | dev.limber.illustrator..
                    dev.limber.storage..       | dev.limber.storage.. dev.limber.core..
                    dev.limber.local..         | dev.limber.local.. dev.limber.core.chat..
                    dev.limber.telegram..      | dev.limber.telegram.. dev.limber.core.chat..
                    dev.limber.discord..       | dev.limber.discord.. dev.limber.core.chat..
                    dev.limber.app.logging..   | dev.limber.app.logging..
                    dev.limber.app.config..    | dev.limber.app.config.. dev.limber.core.coach.. dev.limber.storage.. dev.limber.telegram.. dev.limber.discord..
                    dev.limber.app.cli..       | dev.limber.app.cli.. dev.limber.app.config..
                    dev.limber.app.zones..     | dev.limber.app.zones.. dev.limber.core.coach..
                    dev.limber.app.ops..       | dev.limber.app.ops.. dev.limber.app.config.. dev.limber.core.chat.. dev.limber.core.runtime.. dev.limber.core.session..
                    """)
    void a_room_uses_of_ours_only_what_it_may(String room, String allowed) {
        classes()
                .that()
                .resideInAPackage(room)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed.split(" "))
                        .or(resideInAnyPackage("dev.limber..").negate()))
                .check(OURS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    dev.limber.app             | java.. org.jspecify.. org.slf4j..
                    dev.limber.illustrator..   | java.. javax.imageio.. org.jspecify.. org.yaml.snakeyaml..
                    dev.limber.app.cli..       | java.. org.jspecify.. picocli..
                    dev.limber.app.config..    | java.. org.jspecify.. org.yaml.snakeyaml.. org.apache.commons.text..
                    dev.limber.app.logging..   | java.. org.jspecify..
                    dev.limber.app.zones..     | java.. org.jspecify.. org.slf4j.. us.dustinj.timezonemap..
                    dev.limber.app.ops..       | java.. org.jspecify.. org.slf4j.. org.eclipse.jetty.. io.micrometer.. com.fasterxml.jackson.databind..
                    dev.limber.local           | java.. org.jspecify.. org.jline..
                    dev.limber.local.page..    | java.. org.jspecify.. org.slf4j.. com.fasterxml.jackson.. io.javalin.. jakarta.servlet.. org.eclipse.jetty.. kotlin..
                    dev.limber.telegram..      | java.. javax.crypto.. org.jspecify.. org.slf4j.. org.telegram.. okhttp3.. com.fasterxml.jackson.. com.github.benmanes.caffeine.. io.javalin.. kotlin..
                    dev.limber.discord..       | java.. javax.annotation.. javax.net.. org.jspecify.. org.slf4j.. net.dv8tion.. okhttp3.. okio.. com.neovisionaries.ws.. com.github.benmanes.caffeine.. kotlin..
                    dev.limber.storage..       | java.. javax.sql.. org.jspecify.. org.flywaydb.. org.sqlite.. com.zaxxer.hikari.. org.slf4j..
                    """)
    void a_library_is_used_in_the_room_that_it_is_for(String room, String allowed) {
        classes()
                .that()
                .resideInAPackage(room)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed.split(" ")).or(resideInAnyPackage("dev.limber..")))
                .check(OURS);
    }

    @Test
    void time_and_place_are_asked_for_only_where_the_process_begins() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(LimberMain.class.getName())
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(InstantSource.class, "system")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(ZoneId.class, "systemDefault")
                .orShould()
                .callMethod(System.class, "getenv")
                .check(OURS);
    }

    @Test
    void the_process_is_ended_only_where_it_begins() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(LimberMain.class.getName())
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .check(OURS);
    }
}
