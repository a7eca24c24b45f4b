package dev.limber.app.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.limber.app.config.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The unit with which systemd starts Limber. */
class UnitFileTest {
    private static final Path UNIT = Path.of("src/main/dist/limber.service");
    private static final Path DIST = Path.of("src/main/dist");
    private static final Path SYSTEMD = Path.of("/usr/bin/systemd-analyze");
    private static final Pattern LINE = Pattern.compile("|#.*|\\[(Unit|Service|Install)]|[A-Z][A-Za-z]+=.*");
    private static final String INSTALLED = "/opt/limber";

    @TempDir
    Path folder;

    @Test
    void systemd_understands_every_line() throws Exception {
        assumeTrue(Files.isExecutable(SYSTEMD), "systemd is not here to be asked");
        Path bin = Files.createDirectories(folder.resolve("limber/bin"));
        Files.copy(DIST.resolve("limber"), bin.resolve("limber"));
        assertThat(bin.resolve("limber").toFile().setExecutable(true)).isTrue();
        Path unit = folder.resolve("limber.service");
        Files.writeString(
                unit,
                Files.readString(UNIT)
                        .replace(INSTALLED, folder.resolve("limber").toString()));

        Shell.Outcome outcome = new Shell(folder).run(SYSTEMD, "verify", "--man=no", unit.toString());

        assertThat(outcome.err()).doesNotContain("limber.service");
        assertThat(outcome.exit()).isZero();
    }

    @Test
    void it_starts_what_the_package_holds_and_gives_it_a_place_for_its_data() throws IOException {
        List<String> lines = Files.readAllLines(UNIT);

        assertThat(lines).allMatch(line -> LINE.matcher(line).matches());
        assertThat(lines)
                .contains(
                        "ExecStart=" + INSTALLED + "/bin/limber serve",
                        "StateDirectory=limber",
                        "Environment=LIMBER_HOME=/var/lib/limber",
                        "ProtectSystem=strict",
                        "Restart=always");
        assertThat(Files.readString(Path.of("src/main/assembly/package.xml")))
                .contains("src/main/dist/limber</source>", "src/main/dist/limber.service</source>");
    }

    @Test
    void it_waits_longer_than_limber_needs_to_end() throws IOException {
        String seconds = Files.readAllLines(UNIT).stream()
                .filter(line -> line.startsWith("TimeoutStopSec="))
                .map(line -> line.substring(line.indexOf('=') + 1))
                .findFirst()
                .orElseThrow();

        assertThat(Integer.parseInt(seconds)).isBetween(12, 30);
    }

    @Test
    void what_it_sets_of_limber_can_be_set() throws IOException {
        List<String> known =
                Arrays.stream(Setting.values()).map(Setting::variable).toList();

        assertThat(Files.readAllLines(UNIT))
                .filteredOn(line -> line.startsWith("Environment="))
                .extracting(line -> line.split("=", 3)[1])
                .isNotEmpty()
                .isSubsetOf(known);
    }
}
