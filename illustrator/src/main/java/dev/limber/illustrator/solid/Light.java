package dev.limber.illustrator.solid;

import dev.limber.illustrator.geometry.Vec;
import java.util.List;
import java.util.Set;

/**
 * What changes the colours that solids have by themselves.
 *
 * @param far names of parts on the side of the body that looks away, drawn paler
 * @param glows where the stretch is felt
 * @param strength of the glow, from 0 to 1
 * @param glowColour as 0xRRGGBB
 */
public record Light(Set<String> far, List<Glow> glows, double strength, int glowColour) {
    /** Where the light comes from, seen from the picture: from the upper left, in front. */
    static final Vec FROM = new Vec(-0.38, 0.72, 0.58).unit();

    private static final int SHADE = 0x241F4A;
    private static final int HAZE = 0x767C9C;

    public Light {
        far = Set.copyOf(far);
        glows = List.copyOf(glows);
    }

    /** Neither glow nor haze. */
    public static Light plain() {
        return new Light(Set.of(), List.of(), 0, 0);
    }

    int glowing(int colour, int step) {
        return switch (step) {
            case 0 -> colour;
            case 1 -> Tones.mix(colour, glowColour, 0.38);
            case 2 -> Tones.mix(colour, glowColour, 0.7);
            default -> Tones.mix(colour, glowColour, 0.96);
        };
    }

    /** @param facing how much the surface faces the light, from -1 to 1 */
    static int shaded(int colour, double facing) {
        return facing < 0.02 ? Tones.mix(colour, SHADE, 0.17) : colour;
    }

    static int hazy(int colour) {
        return Tones.mix(colour, HAZE, 0.26);
    }
}
