package dev.limber.local.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KittyTest {
    private static final Pattern PIECE = Pattern.compile("\u001b_G([^;]*);([A-Za-z0-9+/=]*)\u001b\\\\");

    @ParameterizedTest
    @ValueSource(ints = {1, 3071, 3072, 3073, 6144, 20_000})
    void pieces_of_at_most_4096_letters_make_up_the_file(int length) {
        byte[] file = new byte[length];
        new Random(length).nextBytes(file);
        List<String> keys = new ArrayList<>();
        StringBuilder data = new StringBuilder();
        String text = Kitty.of(file, 40);
        Matcher piece = PIECE.matcher(text);
        int end = 0;
        while (piece.find()) {
            assertThat(piece.start()).isEqualTo(end);
            end = piece.end();
            keys.add(piece.group(1));
            assertThat(piece.group(2)).hasSizeLessThanOrEqualTo(4096);
            data.append(piece.group(2));
        }
        assertThat(end).isEqualTo(text.length());
        assertThat(Base64.getDecoder().decode(data.toString())).isEqualTo(file);
        assertThat(keys.getFirst()).startsWith("a=T,f=100,c=40,q=2,m=");
        assertThat(keys.getLast()).endsWith("m=0");
        assertThat(keys.subList(0, keys.size() - 1)).allMatch(key -> key.endsWith("m=1"));
        assertThat(keys.stream().skip(1)).allMatch(key -> key.matches("q=2,m=[01]"));
    }

    @Test
    void the_last_piece_is_never_empty() {
        assertThat(Kitty.of(new byte[3072], 40)).contains("m=0").doesNotContain("m=1");
    }
}
