package dev.limber.telegram;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.limber.testkit.HouseRules;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each package may use those above it in this list, and the libraries named with it. */
class ArchitectureTest {
    private static final String CHAT = "dev.limber.core.chat";
    private static final String API = "dev.limber.telegram.api";
    private static final String INCOMING = "dev.limber.telegram.incoming";
    private static final String ADAPTER = "dev.limber.core.chat.adapter";
    private static final String OUTGOING = "dev.limber.telegram.outgoing";
    private static final String TELEGRAM = "dev.limber.telegram";

    private static final String LIBRARY = "org.telegram.telegrambots..";
    private static final String LOG = "org.slf4j";
    private static final String CACHE = "com.github.benmanes.caffeine.cache";
    private static final String SERVER = "io.javalin..";

    private static final JavaClasses MAIN = HouseRules.mainClasses(TELEGRAM);

    @Test
    void packages_use_only_those_above_them_and_their_own_libraries() {
        HouseRules.packagesUseOnly(Map.of(
                        API,
                                Set.of(
                                        CHAT,
                                        ADAPTER,
                                        LIBRARY,
                                        LOG,
                                        CACHE,
                                        "okhttp3..",
                                        "kotlin..",
                                        "com.fasterxml.jackson.."),
                        INCOMING, Set.of(CHAT, ADAPTER, API, LIBRARY, LOG, SERVER, "javax.crypto.."),
                        OUTGOING, Set.of(CHAT, ADAPTER, API, LIBRARY, LOG, CACHE),
                        TELEGRAM, Set.of(CHAT, ADAPTER, API, INCOMING, OUTGOING, LIBRARY, LOG, "io.javalin.util")))
                .check(MAIN);
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
