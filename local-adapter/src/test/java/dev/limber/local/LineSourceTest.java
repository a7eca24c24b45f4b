package dev.limber.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineSourceTest {
    private static List<String> lines(byte[] bytes) throws IOException {
        LineSource source = new LineSource(new ByteArrayInputStream(bytes));
        List<String> lines = new ArrayList<>();
        Optional<String> line = source.next();
        while (line.isPresent()) {
            lines.add(line.get());
            line = source.next();
        }
        return lines;
    }

    private static List<String> lines(String text) throws IOException {
        return lines(text.getBytes(UTF_8));
    }

    @Test
    void lines_end_with_lf_or_crlf_and_the_last_needs_no_end() throws IOException {
        assertThat(lines("a\nb\r\n\nc")).containsExactly("a", "b", "", "c");
        assertThat(lines("a\n")).containsExactly("a");
        assertThat(lines("")).isEmpty();
        assertThat(lines("a\rb\n")).containsExactly("a\rb");
    }

    @Test
    void bytes_that_are_no_utf8_become_replacement_characters() throws IOException {
        assertThat(lines(new byte[] {'a', (byte) 0xff, (byte) 0xc3, '\n', 'b'})).containsExactly("a\ufffd\ufffd", "b");
    }

    @Test
    void a_byte_order_mark_is_dropped_at_the_start_only() throws IOException {
        assertThat(lines("\ufeffa\n\ufeffb")).containsExactly("a", "\ufeffb");
    }

    @Test
    void a_long_line_is_passed_on_whole() throws IOException {
        assertThat(lines("x".repeat(10_000) + "\ny")).containsExactly("x".repeat(10_000), "y");
    }

    @Test
    void of_an_endless_line_only_the_beginning_is_kept() throws IOException {
        assertThat(lines("x".repeat(1_000_000) + "\ny")).containsExactly("x".repeat(LineSource.MAX_CHARACTERS), "y");
    }
}
