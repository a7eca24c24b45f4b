package dev.limber.core.exercise;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the index of what was drawn, which is written by the illustrator. */
public final class PicturesReader {
    /** Where a pack has its index. */
    public static final String INDEX = "pictures/pictures.yaml";

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Faults faults;

    private PicturesReader(Faults faults) {
        this.faults = faults;
    }

    /** The pictures of all layers; a later layer's take the place of an earlier one's. */
    public static Pictures read(List<Layer> layers, Faults faults) {
        var reader = new PicturesReader(faults);
        var all = Pictures.none();
        for (Layer layer : layers) {
            YamlNode index = layer.documents().get(INDEX);
            if (index != null) {
                all = all.with(reader.read(index));
            }
        }
        return all;
    }

    private Pictures read(YamlNode document) {
        var all = new LinkedHashMap<Pictures.Key, Pictures.Picture>();
        var index = new Fields(document, faults);
        for (YamlNode item : index.list("pictures")) {
            var fields = new Fields(item, faults);
            String pose = fields.text("pose");
            String figure = fields.text("figure");
            Optional<Side> side = fields.find("side").flatMap(node -> Fields.word(node, Side.class, faults));
            fields.number("width", 1, 10_000);
            fields.number("height", 1, 10_000);
            var picture = new Pictures.Picture(file(fields, "gif"), file(fields, "png"));
            fields.refuseOthers();
            all.put(new Pictures.Key(pose, figure, side), picture);
        }
        index.refuseOthers();
        return new Pictures(all);
    }

    private Pictures.File file(Fields picture, String kind) {
        Optional<YamlNode> node = picture.get(kind);
        if (node.isEmpty()) {
            return new Pictures.File("", "");
        }
        var fields = new Fields(node.get(), faults);
        String path = fields.text("path");
        String hash = fields.text("sha256");
        fields.number("bytes", 1, Integer.MAX_VALUE);
        fields.refuseOthers();
        if (!HASH.matcher(hash).matches()) {
            faults.error(fields.place("sha256"), "'" + hash + "' is no SHA-256", "64 hexadecimal digits");
        }
        return new Pictures.File(path, hash);
    }
}
