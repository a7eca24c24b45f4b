package dev.limber.core.exercise;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the pictures of poses are. Some were drawn with the content, others later.
 *
 * @param all in the order of the content
 */
public record Pictures(Map<Key, Picture> all) {
    public Pictures {
        all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
    }

    /**
     * What a picture shows.
     *
     * @param figure whose body it is
     * @param side the side that is worked, where the pose has one
     */
    public record Key(String pose, String figure, Optional<Side> side) {}

    /**
     * The same picture in two ways.
     *
     * @param moving a loop whose first image can be read alone
     * @param still one image for whoever wants no movement
     */
    public record Picture(File moving, File still) {}

    /**
     * Where a picture is.
     *
     * @param path relative to its pack
     * @param sha256 of its bytes, in hexadecimal digits
     */
    public record File(String path, String sha256) {}

    public static Pictures none() {
        return new Pictures(Map.of());
    }

    public Optional<Picture> find(String pose, String figure, Optional<Side> side) {
        return Optional.ofNullable(all.get(new Key(pose, figure, side)))
                .or(() -> Optional.ofNullable(all.get(new Key(pose, figure, Optional.empty()))));
    }

    /** Whose bodies there are, the one that is shown to whoever has not chosen first. */
    public List<String> figures() {
        return all.keySet().stream().map(Key::figure).distinct().toList();
    }

    /** Those of other poses. */
    public Pictures without(Set<String> poses) {
        var others = new LinkedHashMap<>(all);
        others.keySet().removeIf(key -> poses.contains(key.pose()));
        return new Pictures(others);
    }

    /** These, and over them others. */
    public Pictures with(Pictures others) {
        var both = new LinkedHashMap<>(all);
        both.putAll(others.all());
        return new Pictures(both);
    }
}
