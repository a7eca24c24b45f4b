package dev.limber.illustrator;

import dev.limber.illustrator.pose.Fault;
import dev.limber.illustrator.pose.PoseFile;
import dev.limber.illustrator.pose.PoseReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Draws the pose files of a pack, each once: what was drawn is kept in a folder, by the hash of what it was drawn from. */
public final class Illustrator {
    /** Twice what one takes while it is drawn. */
    private static final long BYTES_PER_POSE = 100L << 20;

    private static final String FOLDER = "poses";
    private static final Comparator<Fault> BY_PLACE = Comparator.comparing(
                    (Fault fault) -> fault.place().file())
            .thenComparingInt(fault -> fault.place().line())
            .thenComparing(fault -> fault.place().path());

    private final PictureCache cache;
    private final List<Fault> faults = new ArrayList<>();

    private Illustrator(PictureCache cache) {
        this.cache = cache;
    }

    /** A pose file and what it says. */
    private record Read(PoseFile file, String key) {}

    /**
     * Draws {@code poses/*.yaml} for all figures. May be called from several threads and processes for one cache.
     *
     * @param pack an author's folder; without pose files there are no pictures
     * @param cacheFolder made where it is missing
     * @throws IOException where the pack cannot be read, or the cache not written
     */
    public static Drawing draw(Path pack, Path cacheFolder) throws IOException {
        return new Illustrator(new PictureCache(cacheFolder, Hashes.ofProgram())).draw(pack);
    }

    /** All that is wrong with the pose files of a pack, by file and line; nothing is drawn. */
    public static List<Fault> check(Path pack) throws IOException {
        var illustrator = new Illustrator(new PictureCache(pack, ""));
        illustrator.read(pack);
        return illustrator.sortedFaults();
    }

    private Drawing draw(Path pack) throws IOException {
        List<Read> poses = read(pack);
        if (!faults.isEmpty()) {
            return new Drawing.Refused(sortedFaults());
        }
        List<Read> missing =
                poses.stream().filter(pose -> !cache.has(pose.key())).toList();
        drawAll(missing);
        List<Picture> pictures = new ArrayList<>();
        Map<String, Path> files = new HashMap<>();
        for (Read pose : poses) {
            cache.read(pose.key(), pose.file(), pictures, files);
        }
        return new Drawing.Done(pictures, files, missing.size());
    }

    private List<Fault> sortedFaults() {
        return faults.stream().sorted(BY_PLACE).toList();
    }

    private List<Read> read(Path pack) throws IOException {
        Path folder = pack.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
        List<Read> read = new ArrayList<>();
        for (Path file : files) {
            String name = FOLDER + "/" + file.getFileName();
            String text = text(file, name);
            Optional<PoseFile> pose = text.isEmpty() ? Optional.empty() : PoseReader.read(name, text, faults);
            pose.ifPresent(found -> {
                // What was drawn before was right.
                String key = cache.key(text);
                if (!cache.has(key)) {
                    faults.addAll(Checks.check(found));
                }
                read.add(new Read(found, key));
            });
        }
        return read;
    }

    private String text(Path file, String name) throws IOException {
        try {
            String text = Files.readString(file);
            if (text.isBlank()) {
                faults.add(Fault.ofFile(name, "the file is empty", ""));
            }
            return text.strip();
        } catch (CharacterCodingException binary) {
            faults.add(Fault.ofFile(name, "not text in UTF-8", "save it as UTF-8"));
            return "";
        }
    }

    /** As many at once as the machine and the memory can: a coach that runs meanwhile needs some, too. */
    private void drawAll(List<Read> poses) throws IOException {
        if (poses.isEmpty()) {
            return;
        }
        long room = Runtime.getRuntime().maxMemory() / BYTES_PER_POSE;
        int threads = Math.clamp(Math.min(room, Runtime.getRuntime().availableProcessors()), 1, 8);
        try (ExecutorService pool = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("illustrator-", 0).factory())) {
            List<Future<?>> all = new ArrayList<>();
            for (Read pose : poses) {
                all.add(pool.submit(() -> {
                    cache.draw(pose.key(), pose.file());
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while drawing", stopped);
        } catch (ExecutionException failed) {
            throw new IOException("cannot draw: " + failed.getCause(), failed);
        }
    }
}
