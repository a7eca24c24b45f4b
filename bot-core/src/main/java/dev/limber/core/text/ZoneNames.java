package dev.limber.core.text;

import com.ibm.icu.text.TimeZoneNames;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds time zones by the names that people give them. */
public final class ZoneNames {
    private ZoneNames() {}

    /**
     * The zone called {@code Europe/Vienna}, {@code vienna} or, in the person's language, {@code Wien}; the shortest
     * name wins where several fit.
     */
    public static Optional<ZoneId> find(String typed, Locale language) {
        String city = typed.strip().toLowerCase(language);
        String id = city.replace(' ', '_');
        TimeZoneNames names = TimeZoneNames.getInstance(language);
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> {
                    String lower = zone.toLowerCase(Locale.ROOT);
                    String local = names.getExemplarLocationName(zone);
                    return lower.equals(id)
                            || lower.endsWith("/" + id)
                            || (local != null && local.toLowerCase(language).equals(city));
                })
                .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .map(ZoneId::of);
    }
}
