package dev.limber.app.config;

import dev.limber.core.coach.Defaults;
import dev.limber.storage.StorageConfig;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;

/** Reads all settings once, and finds all that is wrong with them. */
public final class ConfigReader {
    /** The file of the log in the data folder. */
    public static final String LOG_FILE = "limber.log";

    private static final String DOCUMENTS_FOLDER = "documents";
    private static final String CONVERSATIONS_FOLDER = "page";

    private static final Map<String, Level> LEVELS = levels();

    private final Machine machine;
    private final List<ConfigFault> faults = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private ConfigReader(Machine machine) {
        this.machine = machine;
    }

    /** Reads the configuration; creates the data folder where it is missing, and changes nothing else. */
    public static ConfigResult read(Machine machine) {
        return new ConfigReader(machine).read();
    }

    private ConfigResult read() {
        warnings.addAll(Sources.unknownVariables(machine));
        Optional<Path> found = HomeFolder.open(machine, faults);
        // A home that cannot be used is a fault already; the rest is read all the same, to find the other faults.
        Path home = found.orElse(machine.workingFolder());
        var yaml =
                found.map(folder -> YamlSettings.read(folder, faults, warnings)).orElseGet(YamlSettings::none);
        var sources = new Sources(machine, yaml, faults);
        Optional<Locale> language = language(sources);
        var config = new Config(
                home,
                new Defaults(language.orElse(Locale.ENGLISH), zone(sources)),
                storage(sources, home),
                new ContentConfig(contentFolder(sources, home), home.resolve("pictures")),
                new LocalConfig(
                        language.or(() -> Languages.ofMachine(machine.environment())),
                        machine.loginName(),
                        home.resolve(DOCUMENTS_FOLDER),
                        PagePorts.read(new PlatformReading(sources, faults, warnings)),
                        home.resolve(CONVERSATIONS_FOLDER)),
                new LogConfig(logLevel(sources), home.resolve(LOG_FILE)),
                OpsSettings.read(new PlatformReading(sources, faults, warnings)),
                new TelegramSettings(new PlatformReading(sources, faults, warnings)).read(),
                new DiscordSettings(new PlatformReading(sources, faults, warnings)).read());
        return faults.isEmpty() ? new ConfigResult.Loaded(config, warnings) : new ConfigResult.Faulty(faults, warnings);
    }

    private Optional<Locale> language(Sources sources) {
        return sources.find(Setting.LANGUAGE).flatMap(set -> {
            Optional<Locale> language = Languages.find(set.text());
            if (language.isEmpty()) {
                fault(set, "'" + set.text() + "' is not a language tag", Languages.nearest(set.text()), "en");
            }
            return language;
        });
    }

    private ZoneId zone(Sources sources) {
        return sources.find(Setting.TIME_ZONE)
                .flatMap(set -> {
                    Optional<ZoneId> zone = Zones.find(set.text());
                    if (zone.isEmpty()) {
                        fault(
                                set,
                                "'" + set.text() + "' is not a time zone",
                                Zones.nearest(set.text()),
                                "Europe/Berlin");
                    }
                    return zone;
                })
                .orElse(machine.zone());
    }

    private Level logLevel(Sources sources) {
        return sources.find(Setting.LOG_LEVEL)
                .flatMap(set -> {
                    Optional<Level> level =
                            Optional.ofNullable(LEVELS.get(set.text().toLowerCase(Locale.ROOT)));
                    if (level.isEmpty()) {
                        Optional<String> nearest = Nearest.closeAmong(LEVELS.keySet(), set.text());
                        String all = String.join(", ", LEVELS.keySet());
                        faults.add(new ConfigFault(
                                set.place(),
                                "'" + set.text() + "' is not a log level",
                                nearest.map(found -> "Did you mean '" + found + "'? ")
                                                .orElse("") + "It is one of " + all + "."));
                    }
                    return level;
                })
                .orElse(Level.INFO);
    }

    private StorageConfig storage(Sources sources, Path home) {
        return sources.find(Setting.DATABASE_URL)
                .flatMap(value -> Databases.read(machine, home, value.place(), value.text(), faults))
                .orElseGet(() -> StorageConfig.Sqlite.in(home));
    }

    private Optional<Path> contentFolder(Sources sources, Path home) {
        return sources.find(Setting.CONTENT_DIR).flatMap(value -> {
            boolean inFile = !value.place().equals(Setting.CONTENT_DIR.variable());
            try {
                Path folder = Paths.resolve(machine, inFile ? home : machine.workingFolder(), value.text());
                if (Files.isDirectory(folder) && Files.isReadable(folder)) {
                    return Optional.of(folder);
                }
                String problem = Files.exists(folder) ? "' is not a folder that can be read" : "' is not there";
                faults.add(new ConfigFault(
                        value.place(), "'" + folder + problem, "Name a folder with a content pack, or leave it out."));
            } catch (InvalidPathException e) {
                faults.add(new ConfigFault(value.place(), "is not a path", "Name a folder, or leave it out."));
            }
            return Optional.empty();
        });
    }

    private void fault(Value value, String problem, Optional<String> nearest, String example) {
        String hint =
                nearest.map(found -> "Did you mean '" + found + "'?").orElse("Write one such as '" + example + "'.");
        faults.add(new ConfigFault(value.place(), problem, hint));
    }

    private static Map<String, Level> levels() {
        var levels = new LinkedHashMap<String, Level>();
        levels.put("off", Level.OFF);
        levels.put("error", Level.SEVERE);
        levels.put("warn", Level.WARNING);
        levels.put("info", Level.INFO);
        levels.put("debug", Level.FINE);
        levels.put("trace", Level.FINEST);
        return Collections.unmodifiableMap(levels);
    }
}
