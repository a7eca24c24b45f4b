package dev.limber.core.text;

import dev.limber.core.exercise.Fault;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The YAML files of a content pack, as text.
 *
 * @param name tells it from other packs in faults and logs
 * @param files by path relative to the pack, with {@code /} between folders
 * @param faults what could not be taken in
 */
public record Pack(String name, SortedMap<String, String> files, List<Fault> faults) {
    static final String BUILT_IN = "dev/limber/content";

    public Pack {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        faults = List.copyOf(faults);
    }

    /** The pack that comes with Limber. */
    public static Pack builtIn() {
        return ofClassPath("built-in", BUILT_IN);
    }

    /**
     * A pack on the class path, in a jar or in a folder of classes.
     *
     * @param root its folder, without slashes around it; it must hold {@code pack.yaml}
     */
    public static Pack ofClassPath(String name, String root) {
        return ClassPathPack.read(name, root, Pack.class.getClassLoader());
    }

    /**
     * A pack in a folder that somebody else writes to. Only {@code *.yaml} is read, hidden files and folders are not;
     * links that lead out of the folder, files too big or not text, and too much of it are faults, never exceptions.
     */
    public static Pack ofFolder(Path folder) {
        return new FolderPack(folder).read();
    }
}
