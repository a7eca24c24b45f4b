package dev.limber.illustrator;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Tells other processes, by a lock that ends with the process, that the pictures of a cache are used. Whoever is alone with
 * a cache may drop what it has no use for. One at a time in a process, and for one thread.
 */
public final class CacheUse implements AutoCloseable {
    private static final String FILE = ".in-use";

    /** Locked by whoever drops, so that nobody else tries to while the other lock changes hands. */
    private static final long DROPPING = 0;

    /** Locked by all who use the cache together, or by one alone. */
    private static final long USING = 1;

    /** A second channel to the same file would take the locks of the first one with it. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;
    private FileLock using;

    private CacheUse(Path folder, FileChannel channel, FileLock using) {
        this.folder = folder;
        this.channel = channel;
        this.using = using;
    }

    /**
     * Waits for as long as another process is dropping something.
     *
     * @param folder made where it is missing
     * @throws IOException where that cannot be told, as on a disk that is read-only; or where this process uses it already
     */
    public static CacheUse begin(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path real = folder.toRealPath();
        if (!HELD_HERE.add(real)) {
            throw new IOException("this process uses " + folder + " already");
        }
        try {
            return open(real);
        } catch (IOException | RuntimeException impossible) {
            HELD_HERE.remove(real);
            throw impossible;
        }
    }

    private static CacheUse open(Path folder) throws IOException {
        FileChannel channel = FileChannel.open(
                folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            return new CacheUse(folder, channel, channel.lock(USING, 1, true));
        } catch (IOException | RuntimeException impossible) {
            channel.close();
            throw impossible;
        }
    }

    /**
     * Drops what was drawn, or half drawn, and is not of this drawing, unless another process uses the cache too.
     *
     * @return whether nobody else uses it
     * @throws IOException where something cannot be dropped; what is of the drawing is never touched
     */
    public boolean dropAllBut(Drawing.Done drawing) throws IOException {
        try (FileLock dropping = channel.tryLock(DROPPING, 1, false)) {
            if (dropping == null) {
                return false;
            }
            using.release();
            try (FileLock alone = channel.tryLock(USING, 1, false)) {
                if (alone == null) {
                    return false;
                }
                new PictureCache(folder, "").dropAllBut(keys(drawing));
                return true;
            } finally {
                using = channel.lock(USING, 1, true);
            }
        }
    }

    private static Set<String> keys(Drawing.Done drawing) {
        return drawing.files().entrySet().stream()
                .map(file -> PictureCache.keyOf(file.getKey(), file.getValue()))
                .collect(Collectors.toSet());
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD_HERE.remove(folder);
    }
}
