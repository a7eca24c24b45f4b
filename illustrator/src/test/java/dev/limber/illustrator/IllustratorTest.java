package dev.limber.illustrator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.illustrator.pose.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IllustratorTest {
    @TempDir
    private Path folder;

    private Path pack;
    private Path cache;

    @BeforeEach
    void writeAPack() throws IOException {
        pack = folder.resolve("pack");
        cache = folder.resolve("cache");
        Files.createDirectories(pack.resolve("poses"));
        Files.writeString(pack.resolve("poses/nod.yaml"), TestPoses.NOD);
    }

    @Test
    void what_was_drawn_is_found_again_and_not_drawn_twice() throws IOException {
        Drawing.Done first = done();
        assertThat(first.drawnNow()).isEqualTo(1);
        assertThat(first.pictures()).extracting(Picture::figure).containsExactly("kim", "noa");
        assertThat(first.files().keySet())
                .containsExactlyInAnyOrder(
                        "pictures/kim/nod.gif", "pictures/kim/nod.png", "pictures/noa/nod.gif", "pictures/noa/nod.png");
        assertThat(first.files().values()).allSatisfy(file -> assertThat(file).isNotEmptyFile());

        Drawing.Done again = done();
        assertThat(again.drawnNow()).isZero();
        assertThat(again.pictures()).isEqualTo(first.pictures());

        Files.writeString(pack.resolve("poses/nod.yaml"), TestPoses.NOD.replace("nod: 30", "nod: 20"));
        assertThat(done().drawnNow()).isEqualTo(1);
        assertNothingHalfDrawn();
    }

    private void assertNothingHalfDrawn() throws IOException {
        try (Stream<Path> entries = Files.list(cache)) {
            assertThat(entries)
                    .noneMatch(entry -> entry.getFileName().toString().startsWith("."));
        }
    }

    @Test
    void a_pack_with_faults_is_refused_as_a_whole() throws IOException {
        Files.writeString(pack.resolve("poses/bow.yaml"), "id: bow\n");
        Files.writeString(pack.resolve("poses/nod.yaml"), TestPoses.NOD.replace("nod: 30", "nodd: 30"));

        assertThat(Illustrator.draw(pack, cache))
                .isInstanceOfSatisfying(
                        Drawing.Refused.class,
                        refused -> assertThat(refused.faults())
                                .extracting(Fault::toString)
                                .anyMatch(fault -> fault.startsWith("poses/bow.yaml: "))
                                .anyMatch(fault -> fault.startsWith("poses/nod.yaml:15: ")));
        assertThat(Illustrator.check(pack)).hasSizeGreaterThanOrEqualTo(2);
        assertThat(cache).doesNotExist();
    }

    @Test
    void a_pack_without_poses_has_no_pictures() throws IOException {
        assertThat(Illustrator.draw(folder.resolve("nowhere"), cache))
                .isEqualTo(new Drawing.Done(List.of(), java.util.Map.of(), 0));
    }

    @Test
    void a_side_is_told_where_there_is_one() throws IOException {
        Files.writeString(pack.resolve("poses/nod.yaml"), "side: left\n" + TestPoses.NOD);

        assertThat(done().pictures())
                .extracting(picture -> picture.gif().path())
                .containsExactly(
                        "pictures/kim/nod-left.gif",
                        "pictures/kim/nod-right.gif",
                        "pictures/noa/nod-left.gif",
                        "pictures/noa/nod-right.gif");
    }

    @Test
    void a_build_without_changes_touches_nothing_and_removes_what_is_no_longer_wanted() throws IOException {
        String[] arguments = {
            pack.toString(), cache.toString(), folder.resolve("out").toString()
        };
        BuildPictures.main(arguments);
        Path gif = folder.resolve("out/pictures/kim/nod.gif");
        Path old = folder.resolve("out/pictures/kim/old.gif");
        var longAgo = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(gif, longAgo);
        Files.writeString(old, "");

        BuildPictures.main(arguments);

        assertThat(Files.getLastModifiedTime(gif)).isEqualTo(longAgo);
        assertThat(old).doesNotExist();
        assertThat(Files.readString(folder.resolve("out/pictures/pictures.yaml")))
                .startsWith("# yaml-language-server: $schema=../schema/pictures.schema.json\npictures:\n")
                .contains("{pose: nod, figure: kim, width: 480, height: 360,");
    }

    @Test
    void a_preview_has_the_pictures_and_the_end_from_many_cameras() throws IOException {
        assertThat(Preview.write("poses/nod.yaml", TestPoses.NOD, folder.resolve("preview")))
                .isInstanceOfSatisfying(Preview.Written.class, written -> {
                    assertThat(written.pictures())
                            .hasSize(4)
                            .allSatisfy(file -> assertThat(file).isNotEmptyFile());
                    assertThat(written.cameras()).isNotEmptyFile();
                });
        assertThat(Preview.write("poses/nod.yaml", "id: no\n", folder)).isInstanceOf(Preview.Refused.class);
    }

    private Drawing.Done done() throws IOException {
        return (Drawing.Done) Illustrator.draw(pack, cache);
    }
}
