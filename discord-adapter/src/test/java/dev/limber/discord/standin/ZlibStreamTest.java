package dev.limber.discord.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

class ZlibStreamTest {
    private static final byte[] FLUSH = {0, 0, (byte) 0xFF, (byte) 0xFF};
    private static final int LARGEST = 70_000;

    private final Random random = new Random(7);
    private final ZlibStream stream = new ZlibStream();
    private final Inflater inflater = new Inflater();
    private final byte[] room = new byte[4 * LARGEST];

    @Test
    void texts_of_any_size_come_out_one_by_one() throws DataFormatException {
        for (int i = 0; i < 2_000; i++) {
            String text = text(1 + random.nextInt(i % 20 == 0 ? LARGEST : 300));
            byte[] bytes = stream.next(text);
            assertThat(Arrays.copyOfRange(bytes, bytes.length - 4, bytes.length))
                    .isEqualTo(FLUSH);
            assertThat(inflate(bytes)).isEqualTo(text);
        }
        stream.end();
    }

    @Test
    void what_came_before_makes_the_next_text_smaller() {
        String text = text(1_000);
        assertThat(stream.next(text).length).isGreaterThan(600);
        assertThat(stream.next(text).length).isLessThan(100);
    }

    private String inflate(byte[] bytes) throws DataFormatException {
        inflater.setInput(bytes);
        int length = inflater.inflate(room);
        assertThat(inflater.needsInput()).isTrue();
        return new String(room, 0, length, StandardCharsets.UTF_8);
    }

    private String text(int length) {
        return random.ints(length, ' ', 0xD7FF)
                .map(c -> c % 3 == 0 ? c : ' ' + c % 90)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
