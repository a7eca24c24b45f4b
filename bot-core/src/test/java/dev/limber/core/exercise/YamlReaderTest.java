package dev.limber.core.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlReaderTest {
    private final Faults faults = new Faults();

    @Test
    void aNodeKnowsTheLineAndThePathOfItsKey() {
        Optional<YamlNode> node = YamlReader.read("a.yaml", "one: 1\nlist:\n  - name: x\n  - name: y\n", faults);

        assertThat(faults.sorted()).isEmpty();
        assertThat(scalars(node.orElseThrow()))
                .containsExactly(
                        new YamlNode.Scalar(new Place("a.yaml", 1, "one"), "1"),
                        new YamlNode.Scalar(new Place("a.yaml", 3, "list[0].name"), "x"),
                        new YamlNode.Scalar(new Place("a.yaml", 4, "list[1].name"), "y"));
    }

    @Test
    void whatOtherReadersTakeForTruthOrNumbersStaysText() {
        Optional<YamlNode> node = YamlReader.read("a.yaml", "[yes, no, 012, 1:30, 2020-01-01, ~]", faults);

        var items = ((YamlNode.Sequence) node.orElseThrow()).items();
        assertThat(items)
                .extracting(item -> ((YamlNode.Scalar) item).value())
                .containsExactly("yes", "no", "012", "1:30", "2020-01-01", "~");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a: &x 1                         | a.yaml:1: a: the anchor &x is not allowed
            a: 1§b: *x                      | a.yaml:2: b: the alias *x is not allowed
            a: !!java.net.URL [x]           | a.yaml:1: a: the tag tag:yaml.org,2002:java.net.URL is not allowed
            !!str a: 1                      | a.yaml:1: the tag tag:yaml.org,2002:str is not allowed
            a: 1§b: 2§a: 3                  | a.yaml:3: a: the key 'a' stands here twice (first on line 1)
            ? [a]§: 1                       | a.yaml:1: a key that is not text
            a: 1§---§b: 2                   | a.yaml:2: a second document
            a: 'x                           | a.yaml:1: not YAML: found unexpected end of stream
            a:§  - 1§ - 2                   | a.yaml:3: not YAML: expected <block end>, but found '<block sequence start>'
            a: 1§b: x\u0007y                | a.yaml:2: a character that YAML does not allow
            `# nothing`                     | a.yaml: the file is empty
            """)
    void whatIsUnsafeOrBrokenIsAFaultWithItsLine(String yaml, String expected) {
        YamlReader.read("a.yaml", yaml.replace('§', '\n'), faults);

        assertThat(faults.sorted()).hasSize(1).first().asString().startsWith(expected);
    }

    @Test
    void deepNestingIsRefusedAndTheRestIsStillRead() {
        String deep = "deep: " + "[".repeat(5_000) + "]".repeat(5_000) + "\nafter: 1\n";

        var node = (YamlNode.Mapping) YamlReader.read("a.yaml", deep, faults).orElseThrow();

        assertThat(faults.sorted()).singleElement().extracting(Fault::problem).isEqualTo("nested too deep");
        assertThat(node.entries()).containsKey("after");
    }

    @Test
    void aFileTooBigIsRefusedUnread() {
        assertThat(YamlReader.read("a.yaml", "#".repeat(YamlReader.MOST_CODE_POINTS + 1), faults))
                .isEmpty();
        assertThat(faults.sorted()).hasToString("[a.yaml: the file is too big (at most 256 KiB)]");
    }

    private static List<YamlNode> scalars(YamlNode node) {
        return switch (node) {
            case YamlNode.Scalar scalar -> List.of(scalar);
            case YamlNode.Sequence(Place _, List<YamlNode> items) ->
                items.stream().flatMap(item -> scalars(item).stream()).toList();
            case YamlNode.Mapping(Place _, Map<String, YamlNode> entries) ->
                entries.values().stream()
                        .flatMap(value -> scalars(value).stream())
                        .toList();
        };
    }
}
