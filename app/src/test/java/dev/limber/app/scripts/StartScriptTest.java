package dev.limber.app.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script at the top of a clone, with a stand-in for Maven that notes its calls. */
class StartScriptTest {
    private static final String MAVEN = """
            #!/usr/bin/env bash
            set -eu
            echo "$@" >>"$FOLDER/maven-calls"
            sleep "${SLOW:-0}"
            if [[ -n ${BROKEN:-} ]]; then
              echo '[INFO] Scanning for projects...'
              echo '[ERROR] Oops.java:[3,1] a semicolon is missing'
              echo '[ERROR] '
              echo '[ERROR] For more information about the errors, read on'
              exit 1
            fi
            echo '[INFO] Building Limber app 0.1.0                            [1/1]'
            work=$(mktemp -d)
            mkdir -p "$work/limber-0.1.0/bin" app/target
            cat >"$work/limber-0.1.0/bin/limber" <<'END'
            #!/usr/bin/env bash
            echo "arguments: $*"
            echo "input: $(cat)"
            exit 7
            END
            chmod +x "$work/limber-0.1.0/bin/limber"
            tar -czf app/target/limber-0.1.0.tar.gz -C "$work" limber-0.1.0
            rm -rf "$work"
            """;

    @TempDir
    Path folder;

    private Path clone = Path.of("");
    private Shell shell = new Shell(Path.of(""));

    @BeforeEach
    void cloneOfTheProject() throws IOException {
        clone = folder.resolve("a clone");
        for (String script : List.of("limber", "app/src/main/sh/find-jdk.sh", "app/src/main/sh/building.sh")) {
            Path copy = clone.resolve(script);
            Files.createDirectories(copy.getParent());
            Files.copy(Shell.project().resolve(script), copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
        Files.createDirectories(clone.resolve(".mvn"));
        Files.createDirectories(clone.resolve("bot-core/src/main/java"));
        Files.writeString(clone.resolve("pom.xml"), "<project/>");
        Files.writeString(clone.resolve("bot-core/pom.xml"), "<project/>");
        Files.writeString(clone.resolve("bot-core/src/main/java/A.java"), "class A {}");
        Shell.program(folder.resolve("tools/mvn"), MAVEN);
        shell = new Shell(folder).first(folder.resolve("tools")).with("FOLDER", folder.toString());
    }

    @Test
    void the_first_start_builds_and_the_second_does_not() throws Exception {
        assertThat(start()).isEqualTo(new Shell.Outcome(7, "arguments: \ninput: \n", ""));
        assertThat(start()).isEqualTo(new Shell.Outcome(7, "arguments: \ninput: \n", ""));
        assertThat(builds()).hasSize(1);
        assertThat(builds().getFirst()).contains("-pl app -am package").contains("-Dmaven.test.skip=true");
    }

    @Test
    void arguments_input_and_exit_code_pass_through() throws Exception {
        Shell.Outcome outcome = shell.type("one\ntwo", clone.resolve("limber"), "chat", "--user", "Ann Lee");

        assertThat(outcome).isEqualTo(new Shell.Outcome(7, "arguments: chat --user Ann Lee\ninput: one\ntwo\n", ""));
    }

    @Test
    void it_starts_through_a_link_from_another_folder() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("tools/stretch"), clone.resolve("limber"));
        Path second = Files.createSymbolicLink(folder.resolve("again"), Path.of("tools/stretch"));

        assertThat(shell.run(link).exit()).isEqualTo(7);
        assertThat(shell.run(second).exit()).isEqualTo(7);
        assertThat(builds()).hasSize(1);
    }

    @Test
    void whatever_is_newer_than_the_build_is_built() throws Exception {
        start();
        Files.writeString(clone.resolve("bot-core/src/main/java/A.java"), "class A { int x; }");
        start();
        assertThat(builds()).as("after a change").hasSize(2);
        Files.writeString(clone.resolve("bot-core/src/main/java/B.java"), "class B {}");
        start();
        assertThat(builds()).as("after a new file").hasSize(3);
        Files.delete(clone.resolve("bot-core/src/main/java/B.java"));
        start();
        assertThat(builds()).as("after a file went").hasSize(4);
        Files.writeString(clone.resolve("bot-core/pom.xml"), "<project></project>");
        start();
        assertThat(builds()).as("after a change of a pom").hasSize(5);
        start();
        assertThat(builds()).as("after nothing").hasSize(5);
    }

    @Test
    void only_the_build_before_is_kept_beside_the_current_one() throws Exception {
        for (int i = 0; i < 4; i++) {
            start();
            Files.writeString(clone.resolve("pom.xml"), "<project id='" + i + "'/>");
        }
        try (var kept = Files.list(clone.resolve("target/start"))) {
            assertThat(kept.filter(Files::isDirectory).filter(path -> !Files.isSymbolicLink(path)))
                    .hasSize(2);
        }
    }

    @Test
    void a_build_that_fails_shows_its_errors_and_is_tried_again() throws Exception {
        Shell.Outcome broken = shell.with("BROKEN", "yes").run(clone.resolve("limber"));

        assertThat(broken.exit()).isEqualTo(1);
        assertThat(broken.out()).isEmpty();
        assertThat(broken.err()).isEqualTo("""
                        Limber could not be built:
                        [ERROR] Oops.java:[3,1] a semicolon is missing
                        All that Maven said is in %s.
                        """.formatted(clone.toRealPath().resolve("target/build.log")));
        assertThat(shell.without("BROKEN").run(clone.resolve("limber")).exit()).isEqualTo(7);
    }

    @Test
    void several_starts_at_once_build_once() throws Exception {
        shell.with("SLOW", "1");
        var running = new ArrayList<Shell.Running>();
        for (int i = 0; i < 4; i++) {
            running.add(shell.start("", clone.resolve("limber")));
        }
        for (Shell.Running each : running) {
            assertThat(Shell.end(each)).isEqualTo(new Shell.Outcome(7, "arguments: \ninput: \n", ""));
        }
        assertThat(builds()).hasSize(1);
    }

    @Test
    void a_lock_that_a_dead_process_left_is_no_obstacle() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Files.createDirectories(clone.resolve("target"));
        Files.createSymbolicLink(clone.resolve("target/build.lock"), Path.of(String.valueOf(gone.pid())));

        assertThat(start().exit()).isEqualTo(7);
        assertThat(clone.resolve("target/build.lock")).doesNotExist();
    }

    @Test
    void an_older_java_is_passed_over() throws Exception {
        Path old = jdk("old", "17.0.2");

        assertThat(shell.with("JAVA_HOME", old.toString())
                        .first(Path.of(System.getProperty("java.home"), "bin"))
                        .run(clone.resolve("limber"))
                        .exit())
                .isEqualTo(7);
    }

    @Test
    void java_home_comes_first_then_the_path() throws Exception {
        Path chosen = jdk("chosen", "25.0.1");
        Path onPath = jdk("on path", "26-ea");
        Files.createSymbolicLink(folder.resolve("tools/java"), onPath.resolve("bin/java"));

        assertThat(find(shell.with("JAVA_HOME", chosen.toString()))).isEqualTo(chosen + "\n");
        assertThat(find(shell.with("JAVA_HOME", jdk("old", "1.8.0_402").toString())))
                .isEqualTo(onPath + "\n");
        assertThat(find(shell.without("JAVA_HOME"))).isEqualTo(onPath + "\n");
    }

    @Test
    void without_a_java_that_will_do_one_sentence_says_what_to_install() throws Exception {
        Shell.Outcome outcome = shell.run(
                Path.of("bash"), "-c", "source '" + scripts() + "/find-jdk.sh'; jdk_major() { echo 17; }; find_jdk");

        assertThat(outcome)
                .isEqualTo(new Shell.Outcome(
                        1,
                        "",
                        "Limber needs a JDK 25: install one (Temurin 25 will do), or set JAVA_HOME to where it is.\n"));
    }

    private String find(Shell here) throws Exception {
        return here.run(Path.of("bash"), "-c", "source '" + scripts() + "/find-jdk.sh'; find_jdk java")
                .out();
    }

    private Path scripts() {
        return clone.resolve("app/src/main/sh");
    }

    private Path jdk(String name, String version) throws IOException {
        Path jdk = folder.toRealPath().resolve(name);
        Shell.program(jdk.resolve("bin/java"), "#!/bin/sh\nexit 3\n");
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"" + version + "\"\n");
        return jdk;
    }

    private Shell.Outcome start() throws Exception {
        return shell.run(clone.resolve("limber"));
    }

    private List<String> builds() throws IOException {
        return Files.readAllLines(folder.resolve("maven-calls"));
    }
}
