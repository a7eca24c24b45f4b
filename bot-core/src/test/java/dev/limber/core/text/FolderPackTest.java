package dev.limber.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.limber.core.exercise.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderPackTest {
    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    @BeforeEach
    void aPack() throws IOException {
        Files.writeString(folder.resolve("pack.yaml"), "formatVersion: 1");
    }

    @Test
    void yamlIsReadAndAllElseIsLeftAlone() throws IOException {
        Files.createDirectories(folder.resolve("texts/en/coach"));
        Files.writeString(folder.resolve("texts/en/coach/a.yaml"), "ä: ö");
        Files.writeString(folder.resolve("README.md"), "read me");
        Files.createDirectories(folder.resolve(".git"));
        Files.writeString(folder.resolve(".git/config.yaml"), "x: y");
        Files.writeString(folder.resolve(".hidden.yaml"), "x: y");

        Pack pack = Pack.ofFolder(folder);

        assertThat(pack.faults()).isEmpty();
        assertThat(pack.files()).containsOnlyKeys("pack.yaml", "texts/en/coach/a.yaml");
        assertThat(pack.files()).containsEntry("texts/en/coach/a.yaml", "ä: ö");
    }

    @Test
    void aFolderThatIsNotThereIsAFault() {
        assertThat(Pack.ofFolder(folder.resolve("nowhere")).faults())
                .singleElement()
                .asString()
                .isEqualTo(".: there is no folder " + folder.resolve("nowhere"));
    }

    @Test
    void linksMayNotLeadOut() throws IOException {
        Files.writeString(elsewhere.resolve("secret.yaml"), "password: 1");
        Files.createSymbolicLink(folder.resolve("link.yaml"), elsewhere.resolve("secret.yaml"));
        Files.createSymbolicLink(folder.resolve("exercises"), elsewhere);

        Pack pack = Pack.ofFolder(folder);

        assertThat(pack.files()).containsOnlyKeys("pack.yaml");
        assertThat(pack.faults())
                .extracting(Fault::file, Fault::problem)
                .containsExactly(
                        tuple("exercises", "a link that leads out of the pack"),
                        tuple("link.yaml", "a link that leads out of the pack"));
    }

    @Test
    void linksWithinThePackAreFollowed() throws IOException {
        Files.createDirectories(folder.resolve(".data"));
        Files.writeString(folder.resolve(".data/sources.yaml"), "sources: []");
        Files.createSymbolicLink(folder.resolve("sources.yaml"), Path.of(".data/sources.yaml"));

        assertThat(Pack.ofFolder(folder).files()).containsEntry("sources.yaml", "sources: []");
    }

    @Test
    void aLinkInACircleIsAFaultAndNotAnEndlessWalk() throws IOException {
        Files.createSymbolicLink(folder.resolve("again"), folder);

        Pack pack = Pack.ofFolder(folder);

        assertThat(pack.files()).containsOnlyKeys("pack.yaml");
        assertThat(pack.faults()).singleElement().extracting(Fault::file).isEqualTo("again");
    }

    @Test
    void whatIsNotTextIsAFault() throws IOException {
        Files.write(folder.resolve("sources.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});

        assertThat(Pack.ofFolder(folder).faults()).hasToString("[sources.yaml: not text in UTF-8 (save it as UTF-8)]");
    }

    @Test
    void aHugeFileIsAFaultAndNotRead() throws IOException {
        Files.write(folder.resolve("sources.yaml"), new byte[FolderPack.MOST_BYTES_A_FILE + 1]);

        Pack pack = Pack.ofFolder(folder);

        assertThat(pack.files()).containsOnlyKeys("pack.yaml");
        assertThat(pack.faults()).hasToString("[sources.yaml: the file is too big (at most 256 KiB)]");
    }

    @Test
    void tooManyFilesAreAFault() throws IOException {
        for (int i = 0; i <= FolderPack.MOST_FILES; i++) {
            Files.createFile(folder.resolve("f" + i + ".yaml"));
        }

        assertThat(Pack.ofFolder(folder).faults()).hasToString("[.: too many files (at most 2000 of content)]");
    }

    @Test
    void whatIsNoFileIsAFault() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe.yaml");
        assumeThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertThat(Pack.ofFolder(folder).faults()).hasToString("[pipe.yaml: not a regular file]");
    }

    @Test
    void theOtherEndingOfYamlIsPointedOut() throws IOException {
        Files.writeString(folder.resolve("sources.yml"), "sources: []");

        assertThat(Pack.ofFolder(folder).faults()).hasToString("[sources.yml: the file is not read (name it .yaml)]");
    }

    @Test
    void foldersTooDeepAreAFault() throws IOException {
        Files.createDirectories(folder.resolve("1/2/3/4/5/6/7/8/9"));

        assertThat(Pack.ofFolder(folder).faults())
                .singleElement()
                .extracting(Fault::problem)
                .isEqualTo("folders inside folders too deep");
    }
}
