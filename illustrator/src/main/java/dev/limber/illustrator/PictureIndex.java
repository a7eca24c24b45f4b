package dev.limber.illustrator;

import dev.limber.illustrator.pose.Side;
import java.util.List;

/** Writes the index of pictures, as YAML that {@code schema/pictures.schema.json} describes. */
final class PictureIndex {
    static final String PATH = "pictures/pictures.yaml";

    private PictureIndex() {}

    static String yaml(List<Picture> pictures) {
        var yaml = new StringBuilder("# yaml-language-server: $schema=../schema/pictures.schema.json\npictures:\n");
        for (Picture picture : pictures) {
            yaml.append("  - {pose: ").append(picture.pose());
            yaml.append(", figure: ").append(picture.figure());
            picture.side()
                    .map(Side::word)
                    .ifPresent(side -> yaml.append(", side: ").append(side));
            yaml.append(", width: ").append(picture.width());
            yaml.append(", height: ").append(picture.height());
            append(yaml, "gif", picture.gif());
            append(yaml, "png", picture.png());
            yaml.append("}\n");
        }
        return yaml.toString();
    }

    private static void append(StringBuilder yaml, String key, Picture.Drawn file) {
        yaml.append(",\n     ").append(key).append(": {path: ").append(file.path());
        yaml.append(", bytes: ").append(file.bytes());
        yaml.append(", sha256: \"").append(file.sha256()).append("\"}");
    }
}
