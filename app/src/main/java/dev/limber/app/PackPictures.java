package dev.limber.app;

import dev.limber.core.chat.Block;
import dev.limber.core.chat.PictureSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pictures as they are: in an author's pack, which may hold anything, else in the built-in one. */
final class PackPictures implements PictureSource {
    private static final Logger LOG = LoggerFactory.getLogger(PackPictures.class);
    private static final String BUILT_IN = "/dev/limber/content/";

    /** What platforms take at most. */
    private static final int MOST_BYTES = 10 * 1024 * 1024;

    private final Optional<Path> folder;

    /** @param folder an author's pack */
    PackPictures(Optional<Path> folder) {
        this.folder = folder;
    }

    @Override
    public Optional<byte[]> find(Block.Picture picture) {
        if (!isInside(picture.path())) {
            return Optional.empty();
        }
        Predicate<byte[]> meant = bytes -> isMeant(bytes, picture.contentHash());
        return folder.flatMap(pack -> inFolder(pack, picture.path()))
                .filter(meant)
                .or(() -> builtIn(picture.path()).filter(meant));
    }

    /** The content of a file, if it is what the hash says. */
    static Optional<byte[]> read(Path file, String hash) {
        try (InputStream in = Files.newInputStream(file)) {
            return bounded(in).filter(bytes -> isMeant(bytes, hash));
        } catch (IOException e) {
            LOG.warn("cannot read {}: {}", file, e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static boolean isMeant(byte[] bytes, String hash) {
        return hash(bytes).equalsIgnoreCase(hash);
    }

    private static boolean isInside(String path) {
        return !path.isEmpty()
                && path.chars().noneMatch(letter -> letter == '\\' || Character.isISOControl(letter))
                && Arrays.stream(path.split("/", -1)).noneMatch(name -> name.isEmpty() || name.startsWith("."));
    }

    private static Optional<byte[]> inFolder(Path pack, String path) {
        try {
            Path root = pack.toRealPath();
            Path file = root.resolve(path);
            if (!Files.isRegularFile(file) || !file.toRealPath().startsWith(root)) {
                return Optional.empty();
            }
            try (InputStream in = Files.newInputStream(file)) {
                return bounded(in);
            }
        } catch (IOException | InvalidPathException e) {
            LOG.warn("cannot read {} in {}: {}", path, pack, e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static Optional<byte[]> builtIn(String path) {
        try (InputStream in = PackPictures.class.getResourceAsStream(BUILT_IN + path)) {
            return in == null ? Optional.empty() : bounded(in);
        } catch (IOException e) {
            LOG.warn("cannot read the built-in {}: {}", path, e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static Optional<byte[]> bounded(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        return Optional.of(bytes).filter(read -> read.length <= MOST_BYTES);
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
