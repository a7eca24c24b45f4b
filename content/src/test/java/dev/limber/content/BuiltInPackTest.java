package dev.limber.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.limber.core.text.ContentLoad;
import dev.limber.core.text.ContentReader;
import dev.limber.core.text.ContentReading;
import dev.limber.core.text.Pack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BuiltInPackTest {
    private static final Pattern SCHEMA_COMMENT = Pattern.compile("# yaml-language-server: \\$schema=(\\S+)\n");
    private static final Pattern WITH_COMMENTS_OF_THEIR_OWN =
            Pattern.compile("texts/[a-z]+/(words|coach/[^/]+)\\.yaml");
    private static final Pack PACK = Pack.builtIn();
    private static final ContentReading READING = ContentReader.read(List.of(PACK));

    @Test
    void itLoadsWithoutAnyFaultOrWarning() {
        assertThat(READING)
                .isInstanceOfSatisfying(
                        ContentReading.Accepted.class,
                        accepted -> assertThat(accepted.warnings()).isEmpty());
    }

    @Test
    void everyFileNamesItsSchemaAndKeepsToIt() {
        Map<String, Schema> schemas = new HashMap<>();
        PACK.files().forEach((file, text) -> {
            Matcher comment = SCHEMA_COMMENT.matcher(text);
            if (WITH_COMMENTS_OF_THEIR_OWN.matcher(file).matches() && !comment.lookingAt()) {
                return;
            }
            assertThat(comment.lookingAt())
                    .as("%s begins with its schema", file)
                    .isTrue();
            String path = resolve(file, comment.group(1));
            List<Error> errors =
                    schemas.computeIfAbsent(path, BuiltInPackTest::schema).validate(text, InputFormat.YAML);
            assertThat(errors).as(file).isEmpty();
        });
        assertThat(schemas.keySet())
                .contains("schema/pack.schema.json", "schema/exercise.schema.json", "schema/texts.schema.json");
    }

    @Test
    void aFreshProcessReadsItAndSaysHowLongThatTook() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ContentLoad.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

        assertThat(process.waitFor()).isZero();
        assertThat(printed).containsOnlyDigits();
        System.out.println("the built-in pack was read in " + printed + " ms, cold");
    }

    private static String resolve(String file, String relative) {
        return Path.of(file).resolveSibling(relative).normalize().toString().replace('\\', '/');
    }

    private static Schema schema(String path) {
        String resource = "/dev/limber/content/" + path;
        try (InputStream stream = BuiltInPackTest.class.getResourceAsStream(resource)) {
            assertThat(stream).as(resource).isNotNull();
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text, InputFormat.JSON);
        } catch (IOException unreadable) {
            throw new AssertionError(resource, unreadable);
        }
    }
}
