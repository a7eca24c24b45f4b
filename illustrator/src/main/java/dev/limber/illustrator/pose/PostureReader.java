package dev.limber.illustrator.pose;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the postures of a movement; each says only what differs from the one before. */
final class PostureReader {
    private static final List<String> SPINE = List.of("lower", "middle", "upper");

    /** How much of a whole bend, lean and turn each piece of the spine takes. */
    private static final Map<String, double[]> SHARES = Map.of(
            "bend", new double[] {0.36, 0.34, 0.30},
            "side", new double[] {0.34, 0.34, 0.32},
            "twist", new double[] {0.15, 0.40, 0.45});

    private static final Set<String> ANCHORS =
            Set.of("room", "chest", "pelvis", "head", "knee.left", "knee.right", "ankle.left", "ankle.right");
    private static final Set<String> PALMS =
            Set.of("inwards", "outwards", "feet", "head", "ahead", "back", "floor", "ceiling");
    private static final Set<String> FINGERS = Set.of("soft", "flat", "grip", "clasp");

    private final Map<String, Double> numbers = new HashMap<>();
    private final Map<String, String> words = new HashMap<>();

    Pose read(String name, Entries entries) {
        entries.mapping("pelvis").ifPresent(this::pelvis);
        entries.mapping("spine").ifPresent(this::spine);
        entries.mapping("head").ifPresent(this::head);
        entries.mapping("arms").ifPresent(arms -> limbs(arms, "arm"));
        entries.mapping("legs").ifPresent(legs -> limbs(legs, "leg"));
        entries.refuseOthers();
        return new Pose(name, numbers, words);
    }

    private void number(Entries entries, String key, String path, double least, double most) {
        if (entries.has(key)) {
            numbers.put(path, entries.number(key, least, most, 0));
        }
    }

    private void pelvis(Entries pelvis) {
        number(pelvis, "ahead", "pelvis.ahead", -150, 150);
        number(pelvis, "left", "pelvis.left", -100, 100);
        number(pelvis, "up", "pelvis.up", 0, 130);
        number(pelvis, "tilt", "pelvis.tilt", -100, 120);
        number(pelvis, "side", "pelvis.side", -60, 60);
        number(pelvis, "turn", "pelvis.turn", -110, 110);
        pelvis.refuseOthers();
    }

    private void spine(Entries spine) {
        whole(spine, "bend", -90, 105);
        whole(spine, "side", -60, 60);
        whole(spine, "twist", -75, 75);
        for (String piece : SPINE) {
            spine.mapping(piece).ifPresent(part -> {
                number(part, "bend", "spine." + piece + ".bend", -35, 45);
                number(part, "side", "spine." + piece + ".side", -25, 25);
                number(part, "twist", "spine." + piece + ".twist", -35, 35);
                part.refuseOthers();
            });
        }
        spine.refuseOthers();
    }

    private void whole(Entries spine, String key, double least, double most) {
        if (spine.has(key)) {
            double value = spine.number(key, least, most, 0);
            double[] shares = SHARES.getOrDefault(key, new double[SPINE.size()]);
            for (int i = 0; i < SPINE.size(); i++) {
                numbers.put("spine." + SPINE.get(i) + "." + key, value * shares[i]);
            }
        }
    }

    private void head(Entries head) {
        number(head, "nod", "head.nod", -60, 60);
        number(head, "tilt", "head.tilt", -45, 45);
        number(head, "turn", "head.turn", -80, 80);
        head.refuseOthers();
    }

    private void limbs(Entries limbs, String kind) {
        limbs.mapping("both").ifPresent(both -> {
            for (Side side : Side.values()) {
                limb(both, kind, side, side.sign());
            }
            both.refuseOthers();
        });
        for (Side side : Side.values()) {
            limbs.mapping(side.word()).ifPresent(one -> {
                limb(one, kind, side, 1);
                one.refuseOthers();
            });
        }
        limbs.refuseOthers();
    }

    /** @param mirror what a place to the left is multiplied by: told for both sides, it is the left one's */
    private void limb(Entries limb, String kind, Side side, double mirror) {
        boolean arm = kind.equals("arm");
        String path = kind + "." + side.word() + ".";
        String bend = arm ? "elbow" : "knee";
        String place = arm ? "hand" : "foot";
        boolean byAngles = !Stream.of("raise", "plane", "spread", bend)
                .filter(limb::has)
                .toList()
                .isEmpty();
        if (byAngles && limb.has(place)) {
            limb.fault(place, "given by angles and by a place", "either '" + place + "', or raise, plane and " + bend);
        }
        if (byAngles || limb.has(place)) {
            words.put(path + "given", byAngles ? "angles" : "place");
        }
        number(limb, "raise", path + "raise", arm ? -60 : -30, arm ? 195 : 140);
        number(limb, "plane", path + "plane", -60, 130);
        number(limb, "spread", path + "spread", -30, 60);
        number(limb, "turn", path + "turn", -110, 110);
        number(limb, bend, path + "bend", 0, arm ? 150 : 165);
        place(limb, place, path + "at.", mirror);
        place(limb, bend + "-to", path + "bend-to.", mirror);
        word(limb, "in", path, ANCHORS);
        word(limb, "rest", path, Set.of("floor", "none"));
        word(limb, "path", path, Set.of("line", "swing"));
        if (arm) {
            arm(limb, path);
        } else {
            number(limb, "point", path + "point", -40, 85);
            number(limb, "toes", path + "toes", -60, 80);
        }
    }

    private void arm(Entries arm, String path) {
        number(arm, "wrist", path + "wrist", -80, 80);
        number(arm, "point", path + "point", -180, 180);
        number(arm, "forward", path + "forward", -6, 9);
        number(arm, "shrug", path + "shrug", -5, 9);
        word(arm, "palm", path, PALMS);
        word(arm, "fingers", path, FINGERS);
    }

    private void place(Entries limb, String key, String path, double mirror) {
        Optional<Entries> place = limb.mapping(key);
        place.ifPresent(at -> {
            number(at, "ahead", path + "ahead", -250, 250);
            number(at, "up", path + "up", -250, 250);
            if (at.has("left")) {
                numbers.put(path + "left", at.number("left", -250, 250, 0) * mirror);
            }
            at.refuseOthers();
        });
    }

    private void word(Entries limb, String key, String path, Set<String> known) {
        limb.word(key, known).ifPresent(word -> words.put(path + key, word));
    }
}
