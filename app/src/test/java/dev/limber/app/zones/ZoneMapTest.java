package dev.limber.app.zones;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which time zone holds where. */
class ZoneMapTest {
    private final ZoneMap map = new ZoneMap();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Vienna              |  48.21 |   16.37 | Europe/Vienna
                    Berlin              |  52.52 |   13.40 | Europe/Berlin
                    New York            |  40.71 |  -74.01 | America/New_York
                    Kathmandu           |  27.72 |   85.32 | Asia/Kathmandu
                    Lord Howe Island    | -31.55 |  159.08 | Australia/Lord_Howe
                    Bregenz             |  47.50 |    9.75 | Europe/Vienna
                    Lindau, across      |  47.55 |    9.69 | Europe/Berlin
                    Taveuni, Fiji       | -16.85 | -179.97 | Pacific/Fiji
                    """)
    void a_place_has_a_zone(String place, double latitude, double longitude, String zone) {
        assertThat(map.at(latitude, longitude)).as(place).contains(ZoneId.of(zone));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    the middle of the Pacific    |     0 | -150
                    the date line, at sea        |     0 |  180
                    the north pole               |    90 |    0
                    beyond the north pole        |    91 |    0
                    beyond the south pole        |   -91 |    0
                    beyond the date line         |     0 |  181
                    beyond it, the other way     |     0 | -181
                    no number                    |   NaN |    0
                    nor this                     |     0 |  Infinity
                    """)
    void elsewhere_there_is_none(String place, double latitude, double longitude) {
        assertThat(map.at(latitude, longitude)).as(place).isEmpty();
    }

    @Test
    void nothing_of_the_map_stays_in_memory() {
        assertThat(map.at(48.21, 16.37)).isPresent();
        long before = usedAfterCollection();
        assertThat(map.at(40.71, -74.01)).isPresent();

        assertThat(usedAfterCollection() - before).isLessThan(2L << 20);
    }

    private static long usedAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
