package dev.limber.core.text;

import dev.limber.core.exercise.Catalog;
import dev.limber.core.exercise.CatalogReader;
import dev.limber.core.exercise.Fault;
import dev.limber.core.exercise.Faults;
import dev.limber.core.exercise.Layer;
import dev.limber.core.exercise.Pictures;
import dev.limber.core.exercise.PicturesReader;
import dev.limber.core.exercise.Place;
import dev.limber.core.exercise.YamlNode;
import dev.limber.core.exercise.YamlReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Makes content of packs, or says everything that is wrong with them. */
public final class ContentReader {
    /** Which poses there are is all that counts here, and every start would pay for reading them. */
    private static final String POSES = "poses/";

    private ContentReader() {}

    /**
     * Reads packs over one another: each adds to, and overrides by id or by key, the ones before it. In faults, files of
     * all packs but the last carry their pack's name.
     *
     * @param packs the base first; at least one
     */
    public static ContentReading read(List<Pack> packs) {
        var faults = new Faults();
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < packs.size(); i++) {
            String label = i == packs.size() - 1 ? "" : packs.get(i).name() + ":";
            layers.add(layer(packs.get(i), label, faults));
        }
        Catalog catalog = CatalogReader.read(layers, faults);
        Pictures pictures = PicturesReader.read(layers, faults);
        Phrasebook phrasebook = PhrasebookReader.read(layers, catalog, faults);
        Utterances utterances = UtterancesReader.read(layers, catalog, phrasebook, faults);
        Map<Locale, TimeWords> times = TimesReader.read(layers, phrasebook, faults);
        if (faults.hasErrors()) {
            return new ContentReading.Refused(faults.sorted());
        }
        var content = new Content(version(packs), catalog, pictures, phrasebook, utterances, times);
        return new ContentReading.Accepted(content, faults.sorted());
    }

    private static Layer layer(Pack pack, String label, Faults faults) {
        var documents = new TreeMap<String, YamlNode>();
        Set<String> unreadable = new HashSet<>();
        faults.addAll(pack.faults());
        pack.faults().forEach(fault -> unreadable.add(fault.file()));
        // Side by side: this is felt at every start, when nothing is compiled yet.
        List<Parsed> parsed = pack.files().entrySet().parallelStream()
                .map(file -> parse(file.getKey(), label, file.getValue()))
                .toList();
        for (Parsed file : parsed) {
            faults.addAll(file.faults());
            file.document()
                    .ifPresentOrElse(node -> documents.put(file.path(), node), () -> unreadable.add(file.path()));
        }
        return new Layer(label, documents, unreadable);
    }

    private static Parsed parse(String path, String label, String text) {
        if (path.startsWith(POSES)) {
            return new Parsed(path, Optional.of(new YamlNode.Mapping(Place.ofFile(label + path), Map.of())), List.of());
        }
        var faults = new Faults();
        Optional<YamlNode> document = YamlReader.read(label + path, text, faults);
        return new Parsed(path, document, faults.sorted());
    }

    private record Parsed(String path, Optional<YamlNode> document, List<Fault> faults) {}

    private static String version(List<Pack> packs) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Pack pack : packs) {
                pack.files().forEach((path, text) -> {
                    digest.update(path.getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) 0);
                    digest.update(text.getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) 0);
                });
                digest.update((byte) 1);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
