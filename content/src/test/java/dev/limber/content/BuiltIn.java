package dev.limber.content;

import dev.limber.core.text.Content;
import dev.limber.core.text.ContentReader;
import dev.limber.core.text.ContentReading;
import dev.limber.core.text.Pack;
import java.util.List;
import java.util.stream.Collectors;

/** The built-in content, read once for all tests. */
final class BuiltIn {
    private static final Content CONTENT = read();

    private BuiltIn() {}

    static Content content() {
        return CONTENT;
    }

    private static Content read() {
        return switch (ContentReader.read(List.of(Pack.builtIn()))) {
            case ContentReading.Accepted(Content content, var warnings) -> content;
            case ContentReading.Refused(var faults) ->
                throw new AssertionError(faults.stream().map(Object::toString).collect(Collectors.joining("\n")));
        };
    }
}
