package dev.limber.core.text;

import dev.limber.core.exercise.Faults;
import dev.limber.core.exercise.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a pack from a folder that may hold anything. */
final class FolderPack {
    static final int MOST_BYTES_A_FILE = 256 * 1024;
    static final int MOST_FILES = 2_000;
    static final int MOST_ENTRIES = 20_000;
    static final long MOST_BYTES = 16L * 1024 * 1024;
    static final int DEEPEST = 8;

    private final Path folder;
    private final Faults faults = new Faults();
    private final SortedMap<String, String> files = new TreeMap<>();
    private Path root;
    private long bytes;
    private int entries;

    FolderPack(Path folder) {
        this.folder = folder;
        this.root = folder;
    }

    Pack read() {
        if (!Files.isDirectory(folder)) {
            faults.error(Place.ofFile("."), "there is no folder " + folder, "");
        } else {
            try {
                root = folder.toRealPath();
                Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, new Visitor());
            } catch (IOException unreadable) {
                faults.error(Place.ofFile("."), "cannot read the folder: " + reason(unreadable), "");
            }
        }
        return new Pack(folder.toString(), files, faults.sorted());
    }

    private FileVisitResult file(Path path, BasicFileAttributes attributes) throws IOException {
        String name = name(path);
        if (isHidden(path)) {
            return FileVisitResult.CONTINUE;
        }
        if (attributes.isDirectory()) {
            faults.error(Place.ofFile(name), "folders inside folders too deep", "at most " + DEEPEST + " levels");
            return FileVisitResult.CONTINUE;
        }
        if (name.endsWith(".yml")) {
            faults.error(Place.ofFile(name), "the file is not read", "name it .yaml");
        }
        if (!name.endsWith(".yaml")) {
            return FileVisitResult.CONTINUE;
        }
        if (!attributes.isRegularFile()) {
            faults.error(Place.ofFile(name), "not a regular file", "");
        } else if (leadsOut(path)) {
            faults.error(Place.ofFile(name), "a link that leads out of the pack", "copy the file into the pack");
        } else if (files.size() == MOST_FILES) {
            faults.error(Place.ofFile("."), "too many files", "at most " + MOST_FILES + " of content");
            return FileVisitResult.TERMINATE;
        } else {
            return take(path, name);
        }
        return FileVisitResult.CONTINUE;
    }

    private FileVisitResult take(Path path, String name) throws IOException {
        byte[] content;
        // Bounded whatever the file's size claims to be: it may grow while it is read.
        try (InputStream stream = Files.newInputStream(path)) {
            content = stream.readNBytes(MOST_BYTES_A_FILE + 1);
        }
        bytes += content.length;
        if (bytes > MOST_BYTES) {
            faults.error(Place.ofFile("."), "the pack is too big", "at most 16 MiB in all");
            return FileVisitResult.TERMINATE;
        }
        if (content.length > MOST_BYTES_A_FILE) {
            faults.error(Place.ofFile(name), "the file is too big", "at most 256 KiB");
            return FileVisitResult.CONTINUE;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            files.put(name, text);
        } catch (CharacterCodingException binary) {
            faults.error(Place.ofFile(name), "not text in UTF-8", "save it as UTF-8");
        }
        return FileVisitResult.CONTINUE;
    }

    private boolean leadsOut(Path path) throws IOException {
        return !path.toRealPath().startsWith(root);
    }

    private boolean isHidden(Path path) {
        return !path.equals(root) && path.getFileName().toString().startsWith(".");
    }

    private String name(Path path) {
        return root.relativize(path).toString().replace(root.getFileSystem().getSeparator(), "/");
    }

    private static String reason(IOException failure) {
        return failure.getClass().getSimpleName() + " " + failure.getMessage();
    }

    private final class Visitor implements FileVisitor<Path> {
        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
            if (isHidden(directory)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            if (leadsOut(directory)) {
                faults.error(Place.ofFile(name(directory)), "a link that leads out of the pack", "copy the folder");
                return FileVisitResult.SKIP_SUBTREE;
            }
            return count();
        }

        @Override
        public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
            FileVisitResult enough = count();
            return enough == FileVisitResult.CONTINUE ? file(path, attributes) : enough;
        }

        @Override
        public FileVisitResult visitFileFailed(Path path, IOException failure) {
            if (!isHidden(path)) {
                faults.error(Place.ofFile(name(path)), "cannot read: " + reason(failure), "");
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) {
            if (failure != null) {
                faults.error(Place.ofFile(name(directory)), "cannot read: " + reason(failure), "");
            }
            return FileVisitResult.CONTINUE;
        }

        private FileVisitResult count() {
            entries++;
            if (entries <= MOST_ENTRIES) {
                return FileVisitResult.CONTINUE;
            }
            faults.error(Place.ofFile("."), "too many files in " + folder, "is this the folder of a pack?");
            return FileVisitResult.TERMINATE;
        }
    }
}
