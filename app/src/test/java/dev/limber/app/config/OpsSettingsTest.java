package dev.limber.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where health and metrics are to be had. */
class OpsSettingsTest {
    @TempDir
    Path folder;

    @Test
    void nothing_set_means_this_machine_alone() {
        assertThat(ops(Map.of())).isEqualTo(new OpsConfig(BindAddress.find("127.0.0.1:9090"), false));
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.2:9091, 127.0.0.2, 9091", ":9091, 0.0.0.0, 9091", "localhost:80, localhost, 80"})
    void an_address_may_be_chosen(String set, String host, int port) {
        OpsConfig config = ops(Map.of("LIMBER_OPS_BIND", set));
        assertThat(config.bind()).hasValueSatisfying(bind -> {
            assertThat(bind.getHostString()).isEqualTo(host);
            assertThat(bind.getPort()).isEqualTo(port);
        });
        assertThat(config.chosen()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "OFF"})
    void there_may_be_none(String set) {
        assertThat(ops(Map.of("LIMBER_OPS_BIND", set))).isEqualTo(new OpsConfig(Optional.empty(), true));
    }

    @Test
    void it_may_stand_in_the_file() throws IOException {
        Files.writeString(folder.resolve("limber.yaml"), "ops-bind: 127.0.0.1:9191\n");

        assertThat(ops(Map.of("LIMBER_HOME", folder.toString())).bind()).isEqualTo(BindAddress.find("127.0.0.1:9191"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9090", "localhost", "localhost:0", "http://localhost:9090", "none"})
    void what_is_no_address_is_a_fault_with_a_way_on(String set) {
        assertThat(read(Map.of("LIMBER_OPS_BIND", set)))
                .isInstanceOfSatisfying(
                        ConfigResult.Faulty.class,
                        faulty -> assertThat(faulty.faults())
                                .singleElement()
                                .asString()
                                .startsWith(
                                        "LIMBER_OPS_BIND: is not an address of this machine with a port. Write one such as"
                                                + " 127.0.0.1:9090"));
    }

    private OpsConfig ops(Map<String, String> environment) {
        return switch (read(environment)) {
            case ConfigResult.Loaded loaded -> loaded.config().ops();
            case ConfigResult.Faulty faulty -> throw new AssertionError(faulty);
        };
    }

    private ConfigResult read(Map<String, String> environment) {
        return ConfigReader.read(new Machine(environment, folder, folder, Optional.empty(), ZoneOffset.UTC));
    }
}
