package dev.limber.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.coach.Defaults;
import dev.limber.storage.StorageConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigReaderTest {
    private static final ZoneId MACHINE_ZONE = ZoneId.of("America/Lima");

    @TempDir
    Path folder;

    @Test
    void nothing_set_means_the_defaults() throws IOException {
        Config config = loaded(Map.of());

        Path home = folder.toRealPath().resolve("person/.local/share/limber");
        assertThat(config)
                .isEqualTo(new Config(
                        home,
                        new Defaults(Locale.ENGLISH, MACHINE_ZONE),
                        new StorageConfig.Sqlite(home.resolve("limber.db")),
                        new ContentConfig(Optional.empty(), home.resolve("pictures")),
                        new LocalConfig(
                                Optional.empty(),
                                Optional.of("ann"),
                                home.resolve("documents"),
                                8080,
                                home.resolve("page")),
                        new LogConfig(Level.INFO, home.resolve("limber.log")),
                        new OpsConfig(BindAddress.find("127.0.0.1:9090"), false),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void the_data_folder_is_created_for_its_owner_only() throws IOException {
        Path home = loaded(Map.of()).home();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home)))
                .isEqualTo("rwx------");
    }

    @Test
    void a_data_folder_that_is_there_stays_as_it_is() throws IOException {
        Path home = Files.createDirectories(folder.resolve("mine"));
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-x---"));

        assertThat(loaded(Map.of("LIMBER_HOME", home.toString())).home()).isEqualTo(home.toRealPath());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home)))
                .isEqualTo("rwxr-x---");
    }

    @Test
    void the_data_folder_follows_the_desktops_own_setting() throws IOException {
        Path data = folder.resolve("data");

        assertThat(loaded(Map.of("XDG_DATA_HOME", data.toString())).home())
                .isEqualTo(folder.toRealPath().resolve("data/limber"));
    }

    @Test
    void a_tilde_is_the_persons_own_folder() throws IOException {
        assertThat(loaded(Map.of("LIMBER_HOME", "~/stretching")).home())
                .isEqualTo(folder.toRealPath().resolve("person/stretching"));
    }

    @Test
    void everything_can_be_set_by_environment_variables() throws IOException {
        Path pack = Files.createDirectories(folder.resolve("pack"));
        Config config = loaded(Map.of(
                "LIMBER_HOME", folder.resolve("home").toString(),
                "LIMBER_DATABASE_URL", "sqlite:" + folder.resolve("other.db"),
                "LIMBER_CONTENT_DIR", "pack",
                "LIMBER_LANGUAGE", "de_AT",
                "LIMBER_TIME_ZONE", "Europe/Vienna",
                "LIMBER_LOG_LEVEL", "DEBUG"));

        assertThat(config.core()).isEqualTo(new Defaults(Locale.of("de", "AT"), ZoneId.of("Europe/Vienna")));
        assertThat(config.storage()).isEqualTo(new StorageConfig.Sqlite(folder.resolve("other.db")));
        assertThat(config.content().directory()).contains(pack);
        assertThat(config.log().level()).isEqualTo(Level.FINE);
    }

    @Test
    void environment_variables_win_over_the_file_and_the_file_over_defaults() throws IOException {
        Config config = loaded(Map.of("LIMBER_LANGUAGE", "en"), """
                # a comment
                language: de
                time-zone: Europe/Berlin
                log-level: off
                database-url: sqlite:mine.db
                content-dir: ~
                """);

        assertThat(config.core()).isEqualTo(new Defaults(Locale.ENGLISH, ZoneId.of("Europe/Berlin")));
        assertThat(config.log().level()).isEqualTo(Level.OFF);
        assertThat(config.storage())
                .isEqualTo(new StorageConfig.Sqlite(config.home().resolve("mine.db")));
        assertThat(config.content().directory()).isEmpty();
    }

    @Test
    void a_variable_without_a_value_is_as_good_as_none() throws IOException {
        assertThat(loaded(Map.of("LIMBER_LANGUAGE", " ", "LIMBER_TIME_ZONE", ""), "language: de")
                        .core())
                .isEqualTo(new Defaults(Locale.GERMAN, MACHINE_ZONE));
    }

    @ParameterizedTest
    @CsvSource({
        "'', de_AT.UTF-8, '', de-AT",
        "'', en_US.UTF-8, de_DE@euro, de-DE",
        "fr_FR, en_US, de_DE, fr-FR",
        "'', C.UTF-8, '', ''",
        "C, de_DE.UTF-8, '', ''",
        "'', '', POSIX, ''"
    })
    void the_person_at_the_screen_is_taken_to_read_what_the_machine_is_set_to(
            String all, String lang, String messages, String expected) {
        assertThat(loaded(Map.of("LC_ALL", all, "LC_MESSAGES", messages, "LANG", lang))
                        .local()
                        .language()
                        .map(Locale::toLanguageTag)
                        .orElse(""))
                .isEqualTo(expected);
    }

    @Test
    void a_language_that_was_set_is_that_of_the_screen_too() {
        Config config = loaded(Map.of("LIMBER_LANGUAGE", "de", "LANG", "en_US.UTF-8"));

        assertThat(config.local().language()).contains(Locale.GERMAN);
        assertThat(config.core().language()).isEqualTo(Locale.GERMAN);
    }

    @Test
    void an_empty_file_is_fine() throws IOException {
        assertThat(loaded(Map.of(), "# nothing yet\n").core().language()).isEqualTo(Locale.ENGLISH);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    LIMBER_LANGUAGE     | German              | 'German' is not a language tag           | Did you mean 'de'?
                    LIMBER_LANGUAGE     | deutsch             | 'deutsch' is not a language tag          | Did you mean 'de'?
                    LIMBER_LANGUAGE     | klingonisch         | 'klingonisch' is not a language tag      | Write one such as 'en'.
                    LIMBER_TIME_ZONE    | Berlin              | 'Berlin' is not a time zone              | Did you mean 'Europe/Berlin'?
                    LIMBER_TIME_ZONE    | Europe/Berln        | 'Europe/Berln' is not a time zone        | Did you mean 'Europe/Berlin'?
                    LIMBER_TIME_ZONE    | new york            | 'new york' is not a time zone            | Did you mean 'America/New_York'?
                    LIMBER_TIME_ZONE    | xxxxxxxxxxxx        | 'xxxxxxxxxxxx' is not a time zone        | Write one such as 'Europe/Berlin'.
                    LIMBER_LOG_LEVEL    | debugg              | 'debugg' is not a log level              | Did you mean 'debug'? It is one of off, error, warn, info, debug, trace.
                    LIMBER_DATABASE_URL | limber.db           | is not a database URL                    | Write sqlite:/folder/limber.db or postgresql://user:password@host/database, or leave it out.
                    LIMBER_DATABASE_URL | sqllite:/tmp/x.db   | databases of the kind 'sqllite' are not served | Did you mean 'sqlite'? Write sqlite:/folder/limber.db or postgresql://user:password@host/database, or leave it out.
                    LIMBER_DATABASE_URL | mysql://h/db        | databases of the kind 'mysql' are not served   | Write sqlite:/folder/limber.db or postgresql://user:password@host/database, or leave it out.
                    LIMBER_DATABASE_URL | postgre://h/db      | databases of the kind 'postgre' are not served | Did you mean 'postgres'? Write sqlite:/folder/limber.db or postgresql://user:password@host/database, or leave it out.
                    LIMBER_DATABASE_URL | jdbc:sqlite::memory: | names no file, so everything would be forgotten at the end | Write sqlite:/folder/limber.db or postgresql://user:password@host/database, or leave it out.
                    LIMBER_DATABASE_URL | sqlite:x.db?mode=ro | has options after '?', which are not served | Write sqlite:/folder/limber.db or postgresql://user:password@host/database, or leave it out.
                    """)
    void a_setting_that_cannot_be_used_is_named_with_what_would_work(
            String name, String value, String problem, String hint) {
        assertThat(faults(Map.of(name, value))).containsExactly(new ConfigFault(name, problem, hint));
    }

    @Test
    void folders_and_files_that_are_not_there_are_faults() throws IOException {
        Path file = Files.writeString(folder.resolve("a-file"), "x");

        assertThat(faults(Map.of("LIMBER_CONTENT_DIR", "nowhere")))
                .singleElement()
                .hasToString("LIMBER_CONTENT_DIR: '" + folder.resolve("nowhere")
                        + "' is not there. Name a folder with a content pack, or leave it out.");
        assertThat(faults(Map.of("LIMBER_CONTENT_DIR", "a-file")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.problem()).endsWith("is not a folder that can be read"));
        assertThat(faults(Map.of("LIMBER_HOME", file.toString())))
                .singleElement()
                .hasToString("LIMBER_HOME: '" + file
                        + "' is not a folder. Set LIMBER_HOME to a folder that you may write to.");
        assertThat(faults(Map.of("LIMBER_HOME", file + "/below")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.problem()).endsWith("cannot be created"));
        assertThat(faults(Map.of("LIMBER_DATABASE_URL", "sqlite:" + folder + "/no/such/folder.db")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.problem()).startsWith("there is no folder"));
        assertThat(faults(Map.of("LIMBER_DATABASE_URL", "sqlite:" + folder)))
                .singleElement()
                .satisfies(fault -> assertThat(fault.problem()).endsWith("is a folder"));
    }

    @Test
    void all_faults_come_together() throws IOException {
        List<ConfigFault> faults = faults(Map.of("LIMBER_LANGUAGE", "engl", "LIMBER_DATABASE_URL", "oracle:x"), """
                time-zone: Mars
                log-level: [a, b]
                """);

        assertThat(faults)
                .extracting(ConfigFault::place)
                .containsExactlyInAnyOrder(
                        "LIMBER_LANGUAGE",
                        "limber.yaml:1: time-zone",
                        "LIMBER_DATABASE_URL",
                        "limber.yaml:2: log-level");
    }

    @Test
    void a_home_that_cannot_be_used_does_not_hide_the_other_faults() throws IOException {
        Path file = Files.writeString(folder.resolve("a-file"), "x");

        assertThat(faults(Map.of("LIMBER_HOME", file.toString(), "LIMBER_LOG_LEVEL", "loud")))
                .extracting(ConfigFault::place)
                .containsExactly("LIMBER_HOME", "LIMBER_LOG_LEVEL");
    }

    @ParameterizedTest
    @CsvSource({
        "LIMBER_LANGAUGE, LIMBER_LANGUAGE",
        "LIMBER_TIMEZONE, LIMBER_TIME_ZONE",
        "LIMBER_LANG, LIMBER_LANGUAGE",
        "LIMBER_LANGUAGE_FILE, LIMBER_LANGUAGE",
        "LIMBER_DB_URL, LIMBER_DATABASE_URL"
    })
    void an_unknown_variable_gets_a_warning_with_the_nearest_known_one(String unknown, String nearest) {
        assertThat(warnings(Map.of(unknown, "x")))
                .containsExactly(unknown + " is no setting, so it is left aside. The nearest one is " + nearest + ".");
    }

    @Test
    void what_the_start_script_reads_is_known() {
        assertThat(warnings(Map.of("LIMBER_JAVA_OPTIONS", "-Xmx1g", "LIMBER_START_CACHE", "off")))
                .isEmpty();
    }

    @Test
    void an_unknown_key_in_the_file_gets_a_warning_with_its_line() throws IOException {
        writeYaml("language: de\ntimezone: Europe/Berlin\nhome: /tmp\n");

        assertThat(warnings(Map.of()))
                .containsExactly(
                        "limber.yaml:2: 'timezone' is no setting, so it is left aside. The nearest setting is"
                                + " 'time-zone'.",
                        "limber.yaml:3: 'home' is no setting, so it is left aside. The nearest setting is"
                                + " 'language'.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    language: [de        | limber.yaml:2 | is not YAML
                    - language           | limber.yaml:1 | is not a list of settings
                    just words           | limber.yaml:1 | is not a list of settings
                    language: !!java.io.File x | limber.yaml:1 | is not YAML
                    """)
    void a_broken_file_is_a_fault_with_its_line(String yaml, String place, String problem) throws IOException {
        writeYaml(yaml + "\n");

        assertThat(faults(Map.of())).containsExactly(new ConfigFault(place, problem, "Write one 'key: value' a line."));
    }

    @Test
    void a_key_set_twice_is_a_fault() throws IOException {
        assertThat(faults(Map.of(), "language: de\nlanguage: en\n"))
                .containsExactly(new ConfigFault("limber.yaml:2: language", "is set twice", "Keep one of them."));
    }

    @Test
    void a_file_in_another_encoding_is_a_fault() throws IOException {
        Files.write(home().resolve("limber.yaml"), "content-dir: Übungen".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(faults(Map.of()))
                .containsExactly(new ConfigFault("limber.yaml", "is not text in UTF-8", "Save it as UTF-8."));
    }

    @Test
    void a_secret_may_stand_in_a_file() throws IOException {
        Files.writeString(folder.resolve("url"), "sqlite:kept-apart.db\n");

        Config config = loaded(Map.of("LIMBER_DATABASE_URL_FILE", "url"));

        assertThat(config.storage())
                .isEqualTo(new StorageConfig.Sqlite(config.home().resolve("kept-apart.db")));
    }

    @Test
    void a_secrets_file_that_cannot_be_read_is_a_fault() throws IOException {
        Files.writeString(folder.resolve("empty"), "\n");
        Files.writeString(folder.resolve("big"), "x".repeat(70_000));

        for (String file : List.of("missing", "empty", "big", ".")) {
            assertThat(faults(Map.of("LIMBER_DATABASE_URL_FILE", file)))
                    .containsExactly(new ConfigFault(
                            "LIMBER_DATABASE_URL_FILE",
                            "names no file with a value",
                            "Name a readable text file with just the value."));
        }
    }

    @Test
    void a_secret_and_its_file_together_are_a_fault() throws IOException {
        Files.writeString(folder.resolve("url"), "sqlite:a.db");

        assertThat(faults(Map.of("LIMBER_DATABASE_URL_FILE", "url", "LIMBER_DATABASE_URL", "sqlite:b.db")))
                .containsExactly(new ConfigFault(
                        "LIMBER_DATABASE_URL", "is set, and LIMBER_DATABASE_URL_FILE as well", "Keep one of them."));
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://limber:hunter2@db",
        "postgresql://limber:hunter2/x@db/limber",
        "jdbc:postgresql://db:hunter2/limber?password=hunter2",
        "oracle:limber/hunter2@db",
        "hunter2",
        "sqlite:x?password=hunter2",
        "sqlite://limber:hunter2@db/x",
        "jdbc:mysql://db/limber?password=hunter2"
    })
    void no_message_holds_a_secret(String url) throws IOException {
        ConfigResult.Faulty inEnvironment = faulty(Map.of("LIMBER_DATABASE_URL", url));
        writeYaml("database-url: " + url + "\n");
        ConfigResult.Faulty inFile = faulty(Map.of());

        assertThat(inEnvironment.toString() + inFile).doesNotContain("hunter2");
        assertThat(machine(Map.of("LIMBER_DATABASE_URL", url)).toString()).doesNotContain("hunter2");
        assertThat(new Value(url, "here")).hasToString("here");
    }

    private Path home() throws IOException {
        return Files.createDirectories(folder.resolve("person/.local/share/limber"));
    }

    private void writeYaml(String yaml) throws IOException {
        Files.writeString(home().resolve("limber.yaml"), yaml);
    }

    private Machine machine(Map<String, String> environment) {
        return new Machine(environment, folder.resolve("person"), folder, Optional.of("ann"), MACHINE_ZONE);
    }

    private Config loaded(Map<String, String> environment) {
        return switch (ConfigReader.read(machine(environment))) {
            case ConfigResult.Loaded(Config config, List<String> warnings) -> {
                assertThat(warnings).isEmpty();
                yield config;
            }
            case ConfigResult.Faulty faulty -> throw new AssertionError(faulty);
        };
    }

    private Config loaded(Map<String, String> environment, String yaml) throws IOException {
        writeYaml(yaml);
        return loaded(environment);
    }

    private List<String> warnings(Map<String, String> environment) {
        return switch (ConfigReader.read(machine(environment))) {
            case ConfigResult.Loaded loaded -> loaded.warnings();
            case ConfigResult.Faulty faulty -> throw new AssertionError(faulty);
        };
    }

    private ConfigResult.Faulty faulty(Map<String, String> environment) {
        return switch (ConfigReader.read(machine(environment))) {
            case ConfigResult.Loaded loaded -> throw new AssertionError(loaded);
            case ConfigResult.Faulty faulty -> faulty;
        };
    }

    private List<ConfigFault> faults(Map<String, String> environment) {
        return faulty(environment).faults();
    }

    private List<ConfigFault> faults(Map<String, String> environment, String yaml) throws IOException {
        writeYaml(yaml);
        return faults(environment);
    }
}
