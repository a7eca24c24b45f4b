package dev.limber.core.exercise;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The readable files of one pack; a later layer adds to, and overrides, the ones before it.
 *
 * @param label goes in front of a file's path in faults; empty for the pack that the author works on
 * @param documents by path relative to the pack, with {@code /} between folders
 */
public record Layer(String label, SortedMap<String, YamlNode> documents) {
    public Layer {
        documents = Collections.unmodifiableSortedMap(new TreeMap<>(documents));
    }

    /** A file of this pack as a whole. */
    public Place file(String path) {
        return Place.ofFile(label + path);
    }
}
