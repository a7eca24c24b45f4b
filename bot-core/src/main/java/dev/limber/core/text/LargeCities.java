package dev.limber.core.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Cities that have a time zone, and after which none is named. */
final class LargeCities {
    private static final Map<String, ZoneId> ZONES = new HashMap<>();
    private static final Map<ZoneId, List<String>> NAMES = new HashMap<>();

    static {
        InputStream resource = Objects.requireNonNull(LargeCities.class.getResourceAsStream("cities.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(LargeCities::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LargeCities() {}

    private static void read(String line) {
        int colon = line.indexOf(':');
        ZoneId zone = ZoneId.of(line.substring(0, colon));
        List<String> names = List.of(line.substring(colon + 1).split(",", -1)).stream()
                .map(ZoneNames::fold)
                .toList();
        NAMES.put(zone, names);
        names.forEach(name -> ZONES.put(name, zone));
    }

    /** @param name folded */
    static Optional<ZoneId> find(String name) {
        return Optional.ofNullable(ZONES.get(name));
    }

    /** @return folded */
    static List<String> in(ZoneId zone) {
        return NAMES.getOrDefault(zone, List.of());
    }
}
