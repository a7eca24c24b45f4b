package dev.limber.core.exercise;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The readable files of one pack; a later layer adds to, and overrides, the ones before it.
 *
 * @param label goes in front of a file's path in faults; empty for the pack that the author works on
 * @param documents by path relative to the pack, with {@code /} between folders
 * @param unreadable the paths of files that could not be read: what they may define is not missed
 */
public record Layer(String label, SortedMap<String, YamlNode> documents, Set<String> unreadable) {
    public Layer {
        documents = Collections.unmodifiableSortedMap(new TreeMap<>(documents));
        unreadable = Set.copyOf(unreadable);
    }

    /** A file of this pack as a whole. */
    public Place file(String path) {
        return Place.ofFile(label + path);
    }

    /** Whether there is such a file, readable or not. */
    boolean has(String path) {
        return documents.containsKey(path) || unreadable.contains(path);
    }
}
