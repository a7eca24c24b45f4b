package dev.limber.core.text;

import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Time zones by the names that people give them. */
public final class ZoneNames {
    private static final int LONGEST_NAME = 60;
    private static final int NEAR_MINUTES = 8;
    private static final Pattern AREA =
            Pattern.compile("(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/");

    private static final Comparator<String> SHORTEST =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());
    private static final InLanguages<Map<String, String>> IDS = new InLanguages<>(ZoneNames::ids);

    private ZoneNames() {}

    /**
     * The zone called {@code Europe/Vienna}, {@code vienna} or, in the person's language, {@code Wien}; the shortest
     * name wins where several fit. Or else that of a large city in it, such as {@code Graz}.
     */
    public static Optional<ZoneId> find(String typed, Locale language) {
        String city = typed.strip().toLowerCase(language);
        Map<String, String> ids = IDS.in(language);
        return Stream.of(city, city.replace(' ', '_'))
                .flatMap(name -> Stream.ofNullable(ids.get(name)))
                .min(SHORTEST)
                .map(ZoneId::of)
                .or(() -> LargeCities.find(fold(typed)));
    }

    /** The id of each zone by all that it is called in a language, in lower case. */
    private static Map<String, String> ids(Locale language) {
        TimeZoneNames names = TimeZoneNames.getInstance(language);
        var ids = new HashMap<String, String>();
        for (String id : ZoneId.getAvailableZoneIds()) {
            String name = id.toLowerCase(Locale.ROOT);
            ids.merge(name, id, ZoneNames::shorter);
            for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
                ids.merge(name.substring(slash + 1), id, ZoneNames::shorter);
            }
            String city = names.getExemplarLocationName(id);
            if (city != null) {
                ids.merge(city.toLowerCase(language), id, ZoneNames::shorter);
            }
        }
        return ids;
    }

    private static String shorter(String one, String other) {
        return SHORTEST.compare(one, other) <= 0 ? one : other;
    }

    /**
     * Zones whose city or name begins with, or else contains, what somebody has typed so far; each zone once, under its
     * name of today and never as {@code Etc/…}. Well-known ones come first, and come alone where nothing is typed.
     *
     * @param most how many at most
     */
    public static List<ZoneId> suggest(String typed, Locale language, int most) {
        if (typed.length() > LONGEST_NAME) {
            return List.of();
        }
        String begun = fold(typed);
        if (begun.isEmpty()) {
            return typed.isBlank() ? WellKnownZones.ALL.stream().limit(most).toList() : List.of();
        }
        return Cities.BY_LANGUAGE.in(language).stream()
                .map(city -> new Match(city.zone, city.rank(begun)))
                .filter(match -> match.rank < Match.NONE)
                .sorted(Comparator.comparingInt(Match::rank)
                        .thenComparingInt(match -> WellKnownZones.rank(match.zone))
                        .thenComparing(match -> match.zone.getId()))
                .limit(most)
                .map(Match::zone)
                .toList();
    }

    /** Well-known zones in which the clock shows {@code shown} by now, give or take 8 minutes; large cities first. */
    public static List<ZoneId> fitting(LocalTime shown, Instant now) {
        return WellKnownZones.ALL.stream()
                .filter(zone -> isNear(shown, now.atZone(zone).toLocalTime()))
                .toList();
    }

    /** What the city of a zone is called in a language: {@code Wien} for {@code Europe/Vienna}; else the zone's id. */
    public static String cityOf(ZoneId zone, Locale language) {
        return canonical(zone)
                .map(TimeZoneNames.getInstance(language)::getExemplarLocationName)
                .orElse(zone.getId());
    }

    private record Match(ZoneId zone, int rank) {
        static final int NONE = 3;
    }

    /** The name that ICU knows a zone by, such as {@code Asia/Calcutta} for {@code Asia/Kolkata}. */
    private static Optional<String> canonical(ZoneId zone) {
        return Optional.ofNullable(TimeZone.getCanonicalID(zone.getId()));
    }

    private static String city(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }

    static String fold(String name) {
        return Words.of(name).stream().map(Words.Word::text).collect(Collectors.joining(" "));
    }

    private static boolean isNear(LocalTime one, LocalTime other) {
        long apart = Duration.between(one, other).abs().toMinutes();
        return Math.min(apart, Duration.ofDays(1).toMinutes() - apart) <= NEAR_MINUTES;
    }

    /**
     * @param names folded
     * @param others large cities in the same zone, folded
     */
    private record City(ZoneId zone, List<String> names, List<String> others) {
        int rank(String begun) {
            if (names.stream().anyMatch(name -> name.startsWith(begun))) {
                return 0;
            } else if (names.stream().anyMatch(name -> name.contains(" " + begun))
                    || others.stream().anyMatch(name -> name.startsWith(begun))) {
                return 1;
            }
            return names.stream().anyMatch(name -> name.contains(begun)) ? 2 : Match.NONE;
        }
    }

    /** What is made once for each language asked for lately; it does not grow, whatever language clients say they have. */
    private static final class InLanguages<T> {
        private static final int MOST = 8;

        private final Map<Locale, T> made = new ConcurrentHashMap<>();
        private final Function<Locale, T> make;

        InLanguages(Function<Locale, T> make) {
            this.make = make;
        }

        T in(Locale language) {
            if (made.size() >= MOST && !made.containsKey(language)) {
                made.clear();
            }
            return made.computeIfAbsent(language, make);
        }
    }

    /** Apart, because this loads tables that only suggestions need. */
    private static final class Cities {
        private static final List<ZoneId> ZONES = ZoneId.getAvailableZoneIds().stream()
                .filter(id -> AREA.matcher(id).lookingAt() && id.equals(TimeZone.getIanaID(id)))
                .sorted()
                .map(ZoneId::of)
                .toList();
        static final InLanguages<List<City>> BY_LANGUAGE = new InLanguages<>(Cities::read);

        private static List<City> read(Locale language) {
            return ZONES.stream()
                    .map(zone -> {
                        String formerId = canonical(zone).orElse(zone.getId());
                        return new City(
                                zone,
                                Stream.of(cityOf(zone, language), city(zone.getId()), city(formerId), zone.getId())
                                        .map(ZoneNames::fold)
                                        .distinct()
                                        .toList(),
                                LargeCities.in(zone));
                    })
                    .toList();
        }
    }
}
