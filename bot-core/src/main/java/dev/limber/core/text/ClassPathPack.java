package dev.limber.core.text;

import dev.limber.core.exercise.Fault;
import dev.limber.core.exercise.Faults;
import dev.limber.core.exercise.Place;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** Reads a pack from the class path. */
final class ClassPathPack {
    private ClassPathPack() {}

    static Pack read(String name, String root, ClassLoader loader) {
        String marker = root + "/pack.yaml";
        URL url = loader.getResource(marker);
        if (url == null) {
            return refused(name, "the pack is not on the class path: no " + marker);
        }
        try {
            if (url.getProtocol().equals("jar")) {
                return new Pack(name, fromJar(url, root + "/"), List.of());
            }
            if (url.getProtocol().equals("file")) {
                Pack folder = Pack.ofFolder(Path.of(new URI(url.toString())).resolveSibling(""));
                return new Pack(name, folder.files(), folder.faults());
            }
            return refused(name, "packs are read from folders and jars, not from " + url);
        } catch (IOException | URISyntaxException unreadable) {
            return refused(name, "cannot read " + url + ": " + unreadable.getMessage());
        }
    }

    private static SortedMap<String, String> fromJar(URL marker, String prefix) throws IOException {
        var files = new TreeMap<String, String>();
        var connection = (JarURLConnection) marker.openConnection();
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                String path = entry.getName();
                if (path.startsWith(prefix) && path.endsWith(".yaml")) {
                    try (InputStream content = jar.getInputStream(entry)) {
                        files.put(
                                path.substring(prefix.length()),
                                new String(content.readAllBytes(), StandardCharsets.UTF_8));
                    }
                }
            }
        }
        return files;
    }

    private static Pack refused(String name, String problem) {
        var faults = new Faults();
        faults.error(Place.ofFile("pack.yaml"), problem, "");
        List<Fault> all = faults.sorted();
        return new Pack(name, new TreeMap<>(), all);
    }
}
