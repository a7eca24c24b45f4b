package dev.limber.app.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.app.LimberMain;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where the page is, and that it is nowhere where nobody could look at it. */
@Timeout(120)
class PageAddressTest {
    @TempDir
    private Path folder;

    @Test
    void where_its_port_is_taken_it_takes_the_next_and_says_so() throws IOException, InterruptedException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                PageProgram program = PageProgram.startAt(folder, taken.getLocalPort())) {
            assertThat(program.port()).isGreaterThan(taken.getLocalPort());
            assertThat(program.said())
                    .isEqualTo("Limber is in your browser: " + program.url() + " (port " + taken.getLocalPort()
                            + " is taken). Ctrl-C ends it.\n");
            assertThat(program.end()).isZero();
        }
    }

    @Test
    void a_script_that_chats_hears_nothing_of_it() throws IOException, InterruptedException {
        var program = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                LimberMain.class.getName());
        program.environment().keySet().removeIf(name -> name.startsWith("LIMBER_"));
        program.environment().put("LIMBER_HOME", folder.resolve("data").toString());
        Process process = program.redirectErrorStream(true).start();
        try (var in = process.outputWriter(UTF_8)) {
            in.write("/about\n");
        }
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(said).contains("Limber").doesNotContain("browser", "127.0.0.1");
        assertThat(folder.resolve("data/page")).doesNotExist();
    }
}
