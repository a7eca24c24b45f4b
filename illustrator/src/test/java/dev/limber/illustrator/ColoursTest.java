package dev.limber.illustrator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.illustrator.body.Physique;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What must be told apart can be, also by people who see fewer colours, and on any background. */
class ColoursTest {
    private static final int PAPER = 0xFBF8F2;
    private static final int MAT = 0xD2CAEC;
    private static final int ARROW = 0x1F45C9;
    private static final int LETTER = 0x262436;

    /** What red-blind, green-blind and blue-blind people see of linear red, green and blue. */
    private static final List<double[][]> EYES = List.of(
            new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
            new double[][] {
                {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}
            },
            new double[][] {
                {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
            },
            new double[][] {
                {1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}
            });

    static Stream<Arguments> pairs() {
        return Physique.ALL.stream()
                .map(Physique::colours)
                .flatMap(colours -> Stream.of(
                        Arguments.of("glow on shirt", colours.glow(), colours.shirt(), 30.0),
                        Arguments.of("glow on trousers", colours.glow(), colours.trousers(), 25.0),
                        Arguments.of("arrow on shirt", ARROW, colours.shirt(), 30.0),
                        Arguments.of("arrow on paper", ARROW, PAPER, 45.0),
                        Arguments.of("arrow on mat", ARROW, MAT, 35.0),
                        Arguments.of("shirt and trousers", colours.shirt(), colours.trousers(), 25.0),
                        Arguments.of("shirt and skin", colours.shirt(), colours.skin(), 14.0),
                        Arguments.of("figure on mat", colours.trousers(), MAT, 30.0)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void all_eyes_tell_them_apart(String what, int one, int other, double least) {
        for (double[][] eye : EYES) {
            assertThat(distance(seen(one, eye), seen(other, eye))).as(what).isGreaterThan(least);
        }
    }

    static Stream<Arguments> marks() {
        return Stream.of(
                Arguments.of("arrow on paper", ARROW, PAPER, 4.5),
                Arguments.of("arrow on mat", ARROW, MAT, 4.5),
                Arguments.of("letter on its disc", LETTER, 0xFFFFFF, 7.0),
                // The picture brings its own paper, whatever lies behind it.
                Arguments.of("paper on a dark theme", PAPER, 0x1E1F22, 7.0),
                Arguments.of("lines on paper", 0x6B6789, PAPER, 4.5));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("marks")
    void marks_stand_out(String what, int one, int other, double least) {
        double light = Math.max(luminance(one), luminance(other));
        double dark = Math.min(luminance(one), luminance(other));
        assertThat((light + 0.05) / (dark + 0.05)).as(what).isGreaterThan(least);
    }

    @ParameterizedTest
    @MethodSource("figures")
    void the_two_figures_differ(Physique one, Physique other) {
        assertThat(distance(linear(one.colours().skin()), linear(other.colours().skin())))
                .isGreaterThan(25);
        assertThat(distance(
                        linear(one.colours().shirt()), linear(other.colours().shirt())))
                .isGreaterThan(25);
        assertThat(Math.abs(one.width() - other.width())).isGreaterThan(0.1);
    }

    static Stream<Arguments> figures() {
        return Stream.of(Arguments.of(Physique.KIM, Physique.NOA));
    }

    private static double[] linear(int colour) {
        double[] parts = {(colour >> 16) & 255, (colour >> 8) & 255, colour & 255};
        for (int i = 0; i < 3; i++) {
            double part = parts[i] / 255;
            parts[i] = part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
        }
        return parts;
    }

    private static double luminance(int colour) {
        double[] parts = linear(colour);
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }

    private static double[] seen(int colour, double[][] eye) {
        double[] in = linear(colour);
        var out = new double[3];
        for (int i = 0; i < 3; i++) {
            double sum = eye[i][0] * in[0] + eye[i][1] * in[1] + eye[i][2] * in[2];
            out[i] = Math.clamp(sum, 0, 1);
        }
        return out;
    }

    /** In CIELAB, where about 2 is just to be noticed. */
    private static double distance(double[] one, double[] other) {
        double[] p = lab(one);
        double[] q = lab(other);
        return Math.sqrt(square(p[0] - q[0]) + square(p[1] - q[1]) + square(p[2] - q[2]));
    }

    private static double square(double value) {
        return value * value;
    }

    private static double[] lab(double[] rgb) {
        double x = curve((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.9505);
        double y = curve(0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]);
        double z = curve((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.089);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double curve(double value) {
        return value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16.0 / 116;
    }
}
