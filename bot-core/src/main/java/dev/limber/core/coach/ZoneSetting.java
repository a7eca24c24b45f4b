package dev.limber.core.coach;

import dev.limber.core.session.UserState;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The person's time zone, by its name or its city. */
final class ZoneSetting implements Setting {
    @Override
    public String id() {
        return "zone";
    }

    @Override
    public String shown(Turn turn) {
        return turn.zone().getId();
    }

    @Override
    public List<List<Option>> options(Turn turn) {
        return List.of();
    }

    /** {@code Europe/Berlin}, {@code berlin} and {@code new york} all name a zone; the shortest that fits is taken. */
    @Override
    public Optional<String> read(Turn turn, String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> {
                    String name = zone.toLowerCase(Locale.ROOT);
                    return name.equals(wanted) || name.endsWith("/" + wanted);
                })
                .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
    }

    @Override
    public Optional<UserState> choose(Turn turn, String value) {
        try {
            return Optional.of(turn.state().withZone(Optional.of(ZoneId.of(value))));
        } catch (DateTimeException unknownZone) {
            return Optional.empty();
        }
    }
}
