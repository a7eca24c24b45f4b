package dev.limber.local.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads sixels as a terminal does. */
final class Sixels {
    private static final Pattern ALL = Pattern.compile("\u001bP0;1;0q\"1;1;(\\d+);(\\d+)(.*)\u001b\\\\");
    private static final Pattern ITEM =
            Pattern.compile("#(\\d+);2;(\\d+);(\\d+);(\\d+)|#(\\d+)|!(\\d+)([?-~])|([?-~])|([$-])");

    private final List<Integer> colours = new ArrayList<>();
    private final int[][] pixels;
    private int colour;
    private int x;
    private int y;

    private Sixels(int width, int height) {
        pixels = new int[height][width];
    }

    static Still read(String text) {
        Matcher all = ALL.matcher(text);
        assertThat(all.matches()).isTrue();
        Sixels sixels = new Sixels(number(all, 1), number(all, 2));
        Matcher item = ITEM.matcher(all.group(3));
        int end = 0;
        while (item.find()) {
            assertThat(item.start()).isEqualTo(end);
            sixels.take(item);
            end = item.end();
        }
        assertThat(end).isEqualTo(all.group(3).length());
        return Drawn.still(sixels.pixels[0].length, sixels.pixels.length, (x, y) -> sixels.pixels[y][x]);
    }

    private void take(Matcher item) {
        if (item.group(1) != null) {
            assertThat(number(item, 1)).isEqualTo(colours.size()).isLessThan(64);
            colours.add(0xff << 24 | part(item, 2) << 16 | part(item, 3) << 8 | part(item, 4));
        } else if (item.group(5) != null) {
            colour = colours.get(number(item, 5));
        } else if (item.group(6) != null) {
            run(number(item, 6), item.group(7).charAt(0));
        } else if (item.group(8) != null) {
            run(1, item.group(8).charAt(0));
        } else {
            x = 0;
            y += item.group(9).equals("-") ? 6 : 0;
        }
    }

    private void run(int length, char sixel) {
        for (int i = 0; i < length; i++, x++) {
            for (int bit = 0; bit < 6; bit++) {
                if (((sixel - '?') & (1 << bit)) != 0) {
                    assertThat(pixels[y + bit][x]).as("painted once").isZero();
                    pixels[y + bit][x] = colour;
                }
            }
        }
    }

    private static int part(Matcher item, int group) {
        return Math.round(number(item, group) * 2.55f);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
