package dev.limber.illustrator.pose;

import dev.limber.illustrator.geometry.Vec;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a pose file, or says all that is wrong with it. */
public final class PoseReader {
    private static final int LONGEST = 64 * 1024;
    private static final Map<String, Double> VIEWS = Map.of("front", 0.0, "left", 90.0, "back", 180.0, "right", -90.0);
    private static final List<String> SIZES = List.of("length", "width", "height", "radius");
    private static final List<String> SIDES = List.of(Side.LEFT.word(), Side.RIGHT.word());

    private final String id;

    private PoseReader(String id) {
        this.id = id;
    }

    /**
     * What the file says; empty, with faults, where it cannot be drawn.
     *
     * @param file as faults are to name it; without folders and {@code .yaml} it is the pose's id
     * @param faults what is wrong is added to them
     */
    public static Optional<PoseFile> read(String file, String text, List<Fault> faults) {
        var whole = new Place(file, 0, "");
        List<Fault> own = new ArrayList<>();
        Optional<PoseFile> read = document(whole, text, own).map(node -> {
            String name = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.yaml$", "");
            return new PoseReader(name).file(new Entries(whole, node, own));
        });
        faults.addAll(own);
        return own.isEmpty() ? read : Optional.empty();
    }

    private static Optional<Node> document(Place whole, String text, List<Fault> faults) {
        if (text.length() > LONGEST) {
            faults.add(new Fault(whole, "the file is too big", "at most 64 KiB"));
            return Optional.empty();
        }
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        try {
            Optional<Node> node = Optional.ofNullable(new Yaml(options).compose(new StringReader(text)));
            if (node.isEmpty()) {
                faults.add(new Fault(whole, "the file is empty", ""));
            }
            return node;
        } catch (MarkedYAMLException broken) {
            int line = broken.getProblemMark() == null
                    ? 0
                    : broken.getProblemMark().getLine() + 1;
            faults.add(new Fault(new Place(whole.file(), line, ""), "not YAML: " + broken.getProblem(), ""));
        } catch (YAMLException broken) {
            faults.add(new Fault(whole, "not YAML: " + broken.getMessage(), ""));
        }
        return Optional.empty();
    }

    private PoseFile file(Entries entries) {
        String named = entries.text("id").orElse("");
        if (!named.equals(id)) {
            entries.fault("id", "the id '" + named + "' differs from the file's name", "write 'id: " + id + "'");
        }
        Optional<Side> side = entries.word("side", SIDES).map(word -> Side.valueOf(word.toUpperCase(Locale.ROOT)));
        List<Movement> panels = new ArrayList<>();
        if (entries.has("panels")) {
            entries.mappings("panels").forEach(panel -> {
                panels.add(movement(panel));
                panel.refuseOthers();
            });
            if (panels.size() < 2 || panels.size() > 4) {
                entries.fault("panels", panels.size() + " panels", "from 2 to 4");
            }
        } else {
            panels.add(movement(entries));
            if (panels.getFirst().poses().size() < 2) {
                entries.fault("poses", "a movement needs two poses at least", "'start:' and 'end:'");
            }
        }
        entries.refuseOthers();
        return new PoseFile(id, side, panels);
    }

    private Movement movement(Entries entries) {
        Lying lying = entries.word("lying", List.of("upright", "on-back", "on-front"))
                .map(word -> Lying.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')))
                .orElse(Lying.UPRIGHT);
        Set<Zone> stretch = EnumSet.noneOf(Zone.class);
        entries.words("stretch", Zone.words())
                .forEach(word ->
                        stretch.add(Zone.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'))));
        return new Movement(
                entries.at("poses"),
                lying,
                view(entries),
                entries.mappings("things").stream().map(PoseReader::thing).toList(),
                stretch,
                entries.mappings("arrows").stream().map(PoseReader::arrow).toList(),
                entries.mappings("letters").stream().map(PoseReader::letter).toList(),
                entries.flag("outline", true),
                poses(entries));
    }

    private static View view(Entries entries) {
        Optional<Entries> view = entries.mapping("view");
        if (view.isEmpty()) {
            entries.fault("view", "'view' is missing", "such as {from: left, lift: 12}");
            return new View(90, 12);
        }
        double from = view.get().word("from", VIEWS.keySet()).map(VIEWS::get).orElse(90.0);
        double orbit = view.get().number("orbit", -90, 90, 0);
        double lift = view.get().number("lift", 0, 90, 12);
        view.get().refuseOthers();
        return new View(from + orbit, lift);
    }

    private static Thing thing(Entries thing) {
        List<String> types =
                Arrays.stream(Thing.Type.values()).map(Thing.Type::word).toList();
        Thing.Type type = thing.word("type", types)
                .map(word -> Thing.Type.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')))
                .orElse(Thing.Type.MAT);
        var sizes = new TreeMap<String, Double>();
        for (String size : SIZES) {
            if (thing.has(size)) {
                sizes.put(size, thing.number(size, 1, 260, 10));
            }
        }
        boolean across = thing.word("along", List.of("spine", "across"))
                .filter("across"::equals)
                .isPresent();
        Side side = thing.word("side", SIDES)
                .map(word -> Side.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(Side.LEFT);
        var read = new Thing(type, thing.vec("at"), sizes, across, side);
        thing.refuseOthers();
        return read;
    }

    private static Arrow arrow(Entries arrow) {
        long ways = List.of("follow", "around", "through").stream()
                .filter(arrow::has)
                .count();
        if (ways != 1) {
            arrow.fault("follow", "an arrow has one way", "'follow' or 'around' a joint, or 'through' places");
        }
        List<Vec> through = arrow.mappings("through").stream().map(Entries::vec).toList();
        boolean around = arrow.has("around");
        Joint joint = joint(arrow, around ? "around" : "follow");
        var read = new Arrow(
                joint,
                through,
                around ? arrow.number("radius", 5, 100, 22) : 0,
                around ? arrow.number("turn-from", -360, 360, -60) : 0,
                around ? arrow.number("turn-to", -360, 360, 80) : 0,
                arrow.number("right", -200, 200, 0),
                arrow.number("up", -200, 200, 0),
                arrow.number("from", 0, 1, 0.06),
                arrow.number("to", 0, 1, 0.94));
        arrow.refuseOthers();
        return read;
    }

    private static Letter letter(Entries letter) {
        var read = new Letter(
                joint(letter, "at"), letter.number("right", -200, 200, 0), letter.number("up", -200, 200, 0));
        letter.refuseOthers();
        return read;
    }

    private static Joint joint(Entries entries, String key) {
        return entries.word(key, Joint.words()).flatMap(Joint::find).orElse(Joint.HEAD);
    }

    private static List<Pose> poses(Entries entries) {
        List<Pose> poses = new ArrayList<>();
        entries.mapping("poses").ifPresent(all -> {
            var reader = new PostureReader();
            for (String name : all.keys()) {
                all.mapping(name).ifPresent(pose -> poses.add(reader.read(name, pose)));
            }
        });
        return poses;
    }
}
