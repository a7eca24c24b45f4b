package dev.limber.core;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.limber.testkit.HouseRules;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each package may use those above it in this list, and the libraries named with it. */
class ArchitectureTest {
    private static final String CHAT = "dev.limber.core.chat";
    private static final String ADAPTER = "dev.limber.core.chat.adapter";
    private static final String EXERCISE = "dev.limber.core.exercise";
    private static final String TEXT = "dev.limber.core.text";
    private static final String NUDGE = "dev.limber.core.nudge";
    private static final String SESSION = "dev.limber.core.session";
    private static final String COACH = "dev.limber.core.coach";
    private static final String JSON = "dev.limber.core.runtime.json";
    private static final String RUNTIME = "dev.limber.core.runtime";
    private static final String SPELLING = "org.apache.commons.text.similarity";

    private static final JavaClasses MAIN = HouseRules.mainClasses("dev.limber.core");

    @Test
    void packages_use_only_those_above_them_and_their_own_libraries() {
        HouseRules.packagesUseOnly(Map.of(
                        CHAT, Set.of(),
                        ADAPTER, Set.of(CHAT, "com.github.benmanes.caffeine.cache"),
                        EXERCISE, Set.of("org.yaml.snakeyaml..", SPELLING),
                        TEXT, Set.of(CHAT, EXERCISE, "com.ibm.icu.text", "com.ibm.icu.util", SPELLING),
                        NUDGE, Set.of(CHAT, EXERCISE, TEXT),
                        SESSION, Set.of(CHAT, EXERCISE, NUDGE),
                        COACH, Set.of(CHAT, EXERCISE, TEXT, NUDGE, SESSION, SPELLING),
                        JSON, Set.of(CHAT, NUDGE, SESSION, "com.fasterxml.jackson.."),
                        RUNTIME,
                                Set.of(
                                        CHAT,
                                        EXERCISE,
                                        TEXT,
                                        NUDGE,
                                        SESSION,
                                        COACH,
                                        JSON,
                                        "com.fasterxml.jackson.databind..",
                                        "com.github.benmanes.caffeine.cache",
                                        "dev.failsafe",
                                        "org.slf4j")))
                .check(MAIN);
    }

    @Test
    void only_the_runtime_is_impure() {
        HouseRules.arePure(CHAT, NUDGE, SESSION, COACH).check(MAIN);
    }

    @Test
    void time_and_place_are_passed_in() {
        HouseRules.worldIsPassedIn().check(MAIN);
    }

    @Test
    void every_package_is_introduced() {
        HouseRules.packagesAreIntroduced().check(MAIN);
    }
}
