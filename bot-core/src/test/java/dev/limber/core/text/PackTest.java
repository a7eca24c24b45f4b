package dev.limber.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackTest {
    @TempDir
    Path folder;

    @Test
    void aPackInAFolderOfTheClassPathIsFound() {
        assertThat(FixtureContent.pack().faults()).isEmpty();
        assertThat(FixtureContent.pack().files()).hasSize(21).containsKeys("pack.yaml", "texts/de/exercises.yaml");
    }

    @Test
    void aPackInAJarHasTheSameFilesAsTheFolderThatItWasMadeOf() throws IOException {
        Path jar = folder.resolve("pack.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                var out = new JarOutputStream(file)) {
            add(out, "other/pack.yaml", "no part of it");
            add(out, "some/where/README.md", "no part of it either");
            for (Map.Entry<String, String> entry : FixtureContent.pack().files().entrySet()) {
                add(out, "some/where/" + entry.getKey(), entry.getValue());
            }
        }

        try (var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            Pack pack = ClassPathPack.read("fixture", "some/where", loader);

            assertThat(pack).isEqualTo(FixtureContent.pack());
        }
    }

    @Test
    void aPackThatIsNotOnTheClassPathIsAFault() {
        assertThat(Pack.ofClassPath("lost", "no/where").faults())
                .hasToString("[pack.yaml: the pack is not on the class path: no no/where/pack.yaml]");
    }

    private static void add(JarOutputStream out, String name, String text) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
    }
}
