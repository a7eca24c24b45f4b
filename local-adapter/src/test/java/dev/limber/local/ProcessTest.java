package dev.limber.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The chat as a process: its real input and output, its exit code, what it loads, and a real pseudo-terminal. */
@Timeout(120)
class ProcessTest {
    @TempDir
    private Path temp;

    private Optional<Process> started = Optional.empty();

    private ProcessBuilder program(String... options) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(
                ScriptedProgram.class.getName(), temp.resolve("documents").toString()));
        ProcessBuilder program = new ProcessBuilder(command);
        program.redirectError(temp.resolve("stderr").toFile());
        program.environment().put("LC_ALL", "C");
        return program;
    }

    private Process start(ProcessBuilder program) throws IOException {
        Process process = program.start();
        started = Optional.of(process);
        return process;
    }

    @AfterEach
    void endIt() {
        started.ifPresent(Process::destroyForcibly);
    }

    private String complaints() throws IOException {
        return Files.readString(temp.resolve("stderr"));
    }

    @Test
    void piped_lines_are_answered_without_the_terminal_library_and_end_with_exit_code_0()
            throws IOException, InterruptedException {
        Path loaded = temp.resolve("loaded");
        Process process = start(program("-Xlog:class+load=info:file=" + loaded));
        try (OutputStream in = process.getOutputStream()) {
            in.write("Rücken 腰\r\n/stretch desk".getBytes(UTF_8));
        }
        String shown = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(shown).isEqualTo("""
                TextWritten[text=Rücken 腰]

                That was it.

                Welcome 👋 to stretch desk
                A calm stretch for a back that sits a lot: lie down, breathe, and let the weight of the legs do the work while you count.
                Step 1 of 3 · 腰を伸ばす · left side
                [1] Next  [2] Back  [3] Easier  [4] Pause  [5] It hurts
                """);
        assertThat(complaints()).isEmpty();
        assertThat(Files.readString(loaded))
                .contains("dev.limber.local.PlainScreen")
                .doesNotContain(" org.jline.");
    }

    @Test
    void an_output_that_nobody_reads_ends_the_process_with_a_complaint() throws IOException, InterruptedException {
        Process process = start(program());
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            writeLine(process, "a");
            assertThat(out.readLine()).contains("text=a");
        }
        writeLine(process, "b");
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(complaints()).startsWith("Nothing can be shown any more: ");
    }

    private static void writeLine(Process process, String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes(UTF_8));
        process.getOutputStream().flush();
    }

    @Test
    void at_a_real_terminal_the_chat_greets_edits_and_ends_with_exit_code_0() throws IOException, InterruptedException {
        try (var terminal = new PseudoTerminal()) {
            Process process = start(terminal.seat(program()));
            await().untilAsserted(() -> assertThat(terminal.shown()).contains("Welcome 👋 to start", "[1] Next", "> "));
            terminal.type("nexx\u007ft\r");
            await().untilAsserted(() -> assertThat(terminal.shown()).contains("TextWritten[text=next]"));
            terminal.type("/se\t");
            await().untilAsserted(() -> assertThat(terminal.shown()).contains("/settings"));
            terminal.type("\u0015\u0004");
            assertThat(process.waitFor()).isZero();
            assertThat(complaints()).isEmpty();
            assertThat(terminal.shown())
                    .as("colours, one question about graphics, and none about other things that would delay the start")
                    .contains("\u001b[32;1m[1] Next")
                    .containsOnlyOnce("\u001b[c")
                    .doesNotContain("$p");
        }
    }
}
