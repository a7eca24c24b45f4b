package dev.limber.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneNamesTest {
    private static final Instant NOW = Instant.parse("2026-03-18T13:00:00Z");

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            de | wie            | Europe/Vienna
            de | Wien           | Europe/Vienna
            en | vienn          | Europe/Vienna
            de | zür            | Europe/Zurich
            de | zur            | Europe/Zurich
            en | new y          | America/New_York
            en | new_york       | America/New_York
            en | york           | America/New_York
            en | Europe/Ber     | Europe/Berlin
            en | calc           | Asia/Kolkata
            en | kolk           | Asia/Kolkata
            de | kiew           | Europe/Kyiv
            de | são            | America/Sao_Paulo
            de | ho-chi         | Asia/Ho_Chi_Minh
            en | ber            | Europe/Berlin
            en | muni           | Europe/Berlin
            de | graz           | Europe/Vienna
            en | san fr         | America/Los_Angeles
            """)
    void theZoneThatSomebodyBeginsToTypeIsSuggestedFirst(String language, String typed, String first) {
        assertThat(ZoneNames.suggest(typed, Locale.of(language), 25)).first().isEqualTo(ZoneId.of(first));
    }

    @Test
    void onlyCitiesUnderTheNamesOfTodayAreSuggestedAndEachOnce() {
        List<ZoneId> all = ZoneNames.suggest("a", Locale.ENGLISH, 1_000);

        assertThat(all)
                .hasSizeGreaterThan(300)
                .doesNotHaveDuplicates()
                .allMatch(zone -> zone.getId().contains("/"))
                .noneMatch(zone -> zone.getId().matches("(Etc|SystemV|US|Canada|Brazil|Mexico)/.*"))
                .doesNotContain(ZoneId.of("Asia/Calcutta"), ZoneId.of("Europe/Kiev"), ZoneId.of("Australia/NSW"));
        assertThat(ZoneNames.suggest("a", Locale.ENGLISH, 25)).hasSize(25).isEqualTo(all.subList(0, 25));
    }

    @Test
    void whereNothingIsTypedWellKnownZonesAreSuggestedAndWhereNonsenseIsTypedNone() {
        assertThat(ZoneNames.suggest(" ", Locale.GERMAN, 3))
                .containsExactly(ZoneId.of("Europe/Berlin"), ZoneId.of("Europe/Vienna"), ZoneId.of("Europe/Zurich"));
        for (String typed : List.of("qqq", "💥", "!!", "a".repeat(10_000), "\ud83d", "%_")) {
            assertThat(ZoneNames.suggest(typed, Locale.GERMAN, 25)).as(typed).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            14:05 | Europe/Berlin, Europe/Vienna, Europe/Zurich, Europe/Paris, Africa/Lagos
            13:52 | Europe/Berlin, Europe/Vienna, Europe/Zurich, Europe/Paris, Africa/Lagos
            18:45 | Asia/Kathmandu
            18:30 | Asia/Kolkata
            09:00 | America/New_York, America/Toronto
            02:00 | Pacific/Auckland, Pacific/Tongatapu, Pacific/Pago_Pago
            18:15 |
            """)
    void zonesFitWhoseClocksShowWhatSomebodySays(String shown, String expected) {
        List<ZoneId> zones = expected == null
                ? List.of()
                : Arrays.stream(expected.split(", ", -1)).map(ZoneId::of).toList();

        assertThat(ZoneNames.fitting(LocalTime.parse(shown), NOW)).startsWith(zones.toArray(new ZoneId[0]));
        assertThat(zones.isEmpty())
                .isEqualTo(ZoneNames.fitting(LocalTime.parse(shown), NOW).isEmpty());
    }

    @Test
    void aClockJustBeforeMidnightFitsOneJustAfter() {
        assertThat(ZoneNames.fitting(LocalTime.of(23, 58), Instant.parse("2026-03-19T00:03:00Z")))
                .contains(ZoneId.of("Europe/London"));
    }

    @Test
    void aCityIsCalledAsInTheLanguage() {
        assertThat(ZoneNames.cityOf(ZoneId.of("Europe/Vienna"), Locale.GERMAN)).isEqualTo("Wien");
        assertThat(ZoneNames.cityOf(ZoneId.of("Europe/Vienna"), Locale.ENGLISH)).isEqualTo("Vienna");
        assertThat(ZoneNames.cityOf(ZoneId.of("America/Argentina/Buenos_Aires"), Locale.GERMAN))
                .isEqualTo("Buenos Aires");
        assertThat(ZoneNames.cityOf(ZoneId.of("+02:00"), Locale.GERMAN)).isEqualTo("+02:00");
    }

    @ParameterizedTest
    @CsvSource({
        "Munich, Europe/Berlin",
        "münchen, Europe/Berlin",
        "Frankfurt am Main, Europe/Berlin",
        "St. Gallen, Europe/Zurich",
        "Sankt Petersburg, Europe/Moscow",
        "washington dc, America/New_York",
        "Paris, Europe/Paris"
    })
    void aLargeCityIsKnownThoughNoZoneIsCalledAfterIt(String typed, String zone) {
        assertThat(ZoneNames.find(typed, Locale.ENGLISH)).contains(ZoneId.of(zone));
    }

    @Test
    void noLargeCityTakesTheNameOfAZone() {
        assertThat(ZoneId.getAvailableZoneIds())
                .filteredOn(id -> id.contains("/") && !id.startsWith("SystemV/"))
                .allSatisfy(id -> assertThat(ZoneNames.find(id, Locale.ENGLISH)).contains(ZoneId.of(id)));
    }
}
