package dev.limber.illustrator.body;

import dev.limber.illustrator.solid.Coat;
import java.util.List;

/**
 * A person to draw: shape and colours. Bones are the same for all, so that every pose fits everybody.
 *
 * @param id as pictures are filed under it
 * @param width of the trunk, compared with the slim one's
 * @param depth of the trunk, likewise
 * @param limbs their thickness, likewise
 * @param chest how far it stands out, in cm
 * @param hair its style
 * @param colours what each part looks like
 */
public record Physique(String id, double width, double depth, double limbs, double chest, Hair hair, Colours colours) {
    /** How hair is worn. */
    public enum Hair {
        SHORT,
        BUN
    }

    /** Each as 0xRRGGBB. */
    public record Colours(int skin, int cheek, int face, int hair, int shirt, int trousers, int socks, int glow) {}

    /** Slim, short hair. */
    public static final Physique KIM = new Physique(
            "kim",
            1,
            1,
            1,
            0,
            Hair.SHORT,
            new Colours(0xF2C29B, 0xE79A7C, 0x43302C, 0x54392F, 0x6FB9DC, 0x33406E, 0xF6F2E8, 0xD93A1E));

    /** Full, hair in a bun. */
    public static final Physique NOA = new Physique(
            "noa",
            1.13,
            1.12,
            1.14,
            1.6,
            Hair.BUN,
            new Colours(0x8F5E40, 0x7A4431, 0x22150F, 0x2B2025, 0xF3CB63, 0x4B3B66, 0xF2EDE6, 0xC9301C));

    public static final List<Physique> ALL = List.of(KIM, NOA);

    Coat skin() {
        return Coat.plain(colours.skin());
    }

    Coat shirt() {
        return Coat.plain(colours.shirt());
    }

    Coat trousers() {
        return Coat.plain(colours.trousers());
    }
}
