package dev.limber.discord;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.limber.testkit.HouseRules;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each package may use those above it in this list, and the libraries named with it. */
class ArchitectureTest {
    private static final String CHAT = "dev.limber.core.chat";
    private static final String ADAPTER = "dev.limber.core.chat.adapter";
    private static final String API = "dev.limber.discord.api";
    private static final String WIRE = "dev.limber.discord.wire";
    private static final String INTERACTION = "dev.limber.discord.interaction";
    private static final String INCOMING = "dev.limber.discord.incoming";
    private static final String OUTGOING = "dev.limber.discord.outgoing";
    private static final String DISCORD = "dev.limber.discord";

    private static final String LIBRARY = "net.dv8tion.jda.api..";
    private static final String LOG = "org.slf4j";
    private static final String CACHE = "com.github.benmanes.caffeine.cache";

    private static final JavaClasses MAIN = HouseRules.mainClasses(DISCORD);

    @Test
    void packages_use_only_those_above_them_and_their_own_libraries() {
        HouseRules.packagesUseOnly(Map.of(
                        API, Set.of(CHAT, LIBRARY),
                        WIRE, Set.of(API, LIBRARY, LOG, "okhttp3..", "javax.net.."),
                        INTERACTION, Set.of(API, LIBRARY, LOG, CACHE),
                        INCOMING, Set.of(CHAT, ADAPTER, API, INTERACTION, LIBRARY, LOG, CACHE),
                        OUTGOING, Set.of(CHAT, ADAPTER, API, INTERACTION, LIBRARY, LOG, CACHE),
                        DISCORD,
                                Set.of(
                                        CHAT,
                                        ADAPTER,
                                        API,
                                        WIRE,
                                        INTERACTION,
                                        INCOMING,
                                        OUTGOING,
                                        LIBRARY,
                                        LOG,
                                        "okhttp3..",
                                        "com.neovisionaries.ws.client")))
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
