package dev.limber.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.exercise.Fault;
import dev.limber.core.exercise.RoutineId;
import dev.limber.core.text.ContentReader;
import dev.limber.core.text.ContentReading;
import dev.limber.core.text.Pack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GuideTest {
    private static final Pattern FILE = Pattern.compile("```yaml\n# my-pack/(\\S+)\n(.*?)```", Pattern.DOTALL);

    @Test
    void thePackOfTheGuideWorksAsItStandsThere() throws IOException {
        var files = new TreeMap<String, String>();
        Matcher block = FILE.matcher(Files.readString(Path.of("../docs/add-an-exercise.md")));
        while (block.find()) {
            files.put(block.group(1), block.group(2));
        }

        ContentReading reading = ContentReader.read(List.of(Pack.builtIn(), new Pack("my-pack", files, List.of())));

        assertThat(files).hasSize(6);
        assertThat(reading).isInstanceOfSatisfying(ContentReading.Accepted.class, accepted -> {
            assertThat(accepted.content().catalog().findRoutine(new RoutineId("shoulder-break")))
                    .isPresent();
            assertThat(accepted.warnings())
                    .allSatisfy(warning -> assertThat(warning.problem()).isEqualTo("there is no text"))
                    .extracting(Fault::file)
                    .containsOnly("texts/de");
        });
    }
}
