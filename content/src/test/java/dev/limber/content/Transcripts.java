package dev.limber.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Conversations as files, in a folder for each language: what people do stands on lines of its own, all else is what
 * Limber says. After a change that is meant, run with {@code -Dtranscripts.write=true} and read what has become of them.
 */
final class Transcripts {
    private Transcripts() {}

    static Stream<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList().stream();
        }
    }

    static Locale language(Path file) {
        return Locale.of(file.getParent().getFileName().toString());
    }

    /**
     * @param isDone whether a line says what somebody does
     * @param play does that, and gives what is said to it
     */
    static void check(Path file, Predicate<String> isDone, Function<String, List<String>> play) throws IOException {
        List<String> lines = Files.readAllLines(file);
        String replayed = replay(lines, isDone, play);
        if (Boolean.getBoolean("transcripts.write")) {
            Files.writeString(file, replayed);
        }
        assertThat(replayed).isEqualTo(String.join("\n", lines) + "\n");
    }

    private static String replay(List<String> lines, Predicate<String> isDone, Function<String, List<String>> play) {
        var transcript = new StringBuilder();
        for (String line : lines) {
            if (line.startsWith("#")) {
                transcript.append(line).append("\n");
            } else if (isDone.test(line)) {
                transcript.append("\n").append(line).append("\n");
                play.apply(line)
                        .forEach(said -> transcript.append("\n").append(said).append("\n"));
            }
        }
        return transcript.toString();
    }
}
