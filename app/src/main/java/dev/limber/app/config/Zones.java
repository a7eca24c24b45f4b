package dev.limber.app.config;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the names of time zones. */
final class Zones {
    private Zones() {}

    static Optional<ZoneId> find(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The zone that somebody may have meant: {@code Europe/Berlin} for {@code berlin} or {@code Europe/Berln}. */
    static Optional<String> nearest(String typed) {
        Set<String> all = ZoneId.getAvailableZoneIds();
        String place = "/" + typed.strip().replace(' ', '_').toLowerCase(Locale.ROOT);
        Optional<String> byPlace = all.stream()
                .filter(id -> id.toLowerCase(Locale.ROOT).endsWith(place))
                .sorted()
                .findFirst();
        if (byPlace.isPresent()) {
            return byPlace;
        }
        List<String> candidates = typed.contains("/")
                ? List.copyOf(all)
                : all.stream().map(Zones::city).distinct().toList();
        return Nearest.closeAmong(candidates, typed)
                .flatMap(found -> all.stream()
                        .filter(id -> id.equals(found) || city(id).equals(found))
                        .sorted()
                        .findFirst());
    }

    private static String city(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }
}
