package dev.limber.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.app.config.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the papers say of the project is so. */
class PapersTest {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern LINK =
            Pattern.compile("]\\(([^)#\\s]+)[^)]*\\)|^\\[[^]]+]: (\\S+)", Pattern.MULTILINE);
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern VERSION = Pattern.compile("<([a-z0-9-]+)\\.version>");
    private static final Pattern TITLE = Pattern.compile("^# ", Pattern.MULTILINE);
    private static final Pattern FENCED = Pattern.compile("^```.*?^```", Pattern.MULTILINE | Pattern.DOTALL);

    /** Folders whose paths the papers spell out. */
    private static final List<String> ROOMS = List.of(
            "app",
            "bot-core",
            "content",
            "illustrator",
            "storage",
            "local-adapter",
            "telegram-adapter",
            "discord-adapter",
            "benchmarks",
            "docs",
            ".ci");

    static Stream<Path> papers() throws IOException {
        try (var docs = Files.list(PROJECT.resolve("docs"))) {
            var all = Stream.concat(
                            docs,
                            Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
                                    .map(PROJECT::resolve))
                    .filter(path -> path.toString().endsWith(".md"))
                    .toList();
            return all.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("papers")
    void every_link_leads_somewhere(Path paper) throws IOException {
        Matcher links = LINK.matcher(Files.readString(paper));
        while (links.find()) {
            String target = links.group(1) == null ? links.group(2) : links.group(1);
            if (!target.contains("://")) {
                assertThat(paper.resolveSibling(target))
                        .as("%s in %s", target, paper.getFileName())
                        .exists();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("papers")
    void every_path_that_is_named_is_there_or_where_a_guide_creates_it_its_folder(Path paper) throws IOException {
        boolean guide = paper.getFileName().toString().startsWith("add-");
        Matcher code = CODE.matcher(Files.readString(paper));
        while (code.find()) {
            String named = upTo(" ", code.group(1));
            if (isPath(named)) {
                Path path = PROJECT.resolve(named);
                Path there = guide && !Files.exists(path) ? path.resolveSibling("") : path;
                assertThat(there).as("%s in %s", named, paper.getFileName()).exists();
            }
        }
    }

    private static boolean isPath(String named) {
        boolean spelledOut = named.chars().noneMatch(character -> "*<>[]{}$".indexOf(character) >= 0);
        boolean inRoom = named.startsWith("./") || (named.contains("/") && ROOMS.contains(upTo("/", named)));
        return spelledOut && inRoom && !named.contains("/target/");
    }

    private static String upTo(String end, String text) {
        int index = text.indexOf(end);
        return index < 0 ? text : text.substring(0, index);
    }

    @ParameterizedTest
    @MethodSource("papers")
    void a_paper_has_one_title(Path paper) throws IOException {
        String words = FENCED.matcher(Files.readString(paper)).replaceAll("");
        assertThat(words).startsWith("# ");
        assertThat(TITLE.matcher(words).results()).hasSize(1);
    }

    @Test
    void the_settings_are_described_as_they_are() throws IOException {
        String rows = Arrays.stream(Setting.values()).map(PapersTest::row).collect(Collectors.joining());

        assertThat(Files.readString(PROJECT.resolve("docs/configuration.md")))
                .contains("| variable | in `limber.yaml` | meaning | without it |\n|---|---|---|---|\n" + rows + "\n");
    }

    private static String row(Setting setting) {
        String key = setting.place() == Setting.Place.BOTH ? "`" + setting.key() + "`" : "–";
        String file = setting.fileVariable().map(name -> ", or `" + name + "`").orElse("");
        return "| `" + setting.variable() + "`" + file + " | " + key + " | " + setting.meaning() + " | "
                + setting.standard() + " |\n";
    }

    @Test
    void every_dependency_has_a_line_with_its_licence() throws IOException {
        String decisions = Files.readString(PROJECT.resolve("docs/decisions.md"));
        String table = decisions.substring(decisions.indexOf("## Dependencies"));
        List<String> versions = VERSION.matcher(Files.readString(PROJECT.resolve("pom.xml")))
                .results()
                .map(version -> version.group(1))
                .toList();

        assertThat(versions)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(plain(table)).contains(plain(name)));
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[- ]", "");
    }
}
