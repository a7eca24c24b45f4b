package dev.limber.illustrator;

import dev.limber.illustrator.body.Physique;
import dev.limber.illustrator.drawing.Film;
import dev.limber.illustrator.drawing.Scene;
import dev.limber.illustrator.gif.Frame;
import dev.limber.illustrator.gif.Gif;
import dev.limber.illustrator.gif.Png;
import dev.limber.illustrator.pose.PoseFile;
import dev.limber.illustrator.pose.Side;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder for each pose file, named by the hash of its content and of the program; whole, or not there. */
final class PictureCache {
    static final int COLOURS = 64;

    private static final int KEY_CHARACTERS = 32;
    private static final String DRAWING = ".drawing-";
    private static final String DROPPED = ".dropped-";
    private static final Pattern OURS = Pattern.compile("[0-9a-f]{32}|\\.(drawing|dropped)-.+");

    private final Path folder;
    private final String program;

    PictureCache(Path folder, String program) {
        this.folder = folder;
        this.program = program;
    }

    String key(String text) {
        return Hashes.hex((program + "\n" + text).getBytes(StandardCharsets.UTF_8))
                .substring(0, KEY_CHARACTERS);
    }

    boolean has(String key) {
        return Files.isDirectory(folder.resolve(key));
    }

    /** Draws into a folder aside, and puts it in its place when all is there; who comes second leaves it as it is. */
    void draw(String key, PoseFile file) throws IOException {
        Files.createDirectories(folder);
        Path aside = Files.createTempDirectory(folder, DRAWING);
        try {
            for (Physique physique : Physique.ALL) {
                draw(file, physique, aside);
            }
            Files.move(aside, folder.resolve(key));
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException drawnMeanwhile) {
            delete(aside);
        } catch (IOException | RuntimeException failed) {
            delete(aside);
            throw failed;
        }
    }

    /** Writes a GIF and a PNG for each side, and tells where. */
    static List<Path> draw(PoseFile file, Physique physique, Path into) throws IOException {
        var film = new Film(file, physique);
        List<Path> written = new ArrayList<>();
        for (Optional<Side> side : sides(file)) {
            boolean mirrored = !side.equals(file.side());
            List<Frame> frames = film.frames(mirrored);
            String path = Picture.path(file.id(), physique.id(), side);
            Path gif = into.resolve(path + ".gif");
            Files.createDirectories(gif.resolveSibling(""));
            Files.write(gif, Gif.encode(frames, COLOURS));
            Path png = into.resolve(path + ".png");
            Files.write(png, Png.encode(frames.getFirst().image(), COLOURS));
            written.add(gif);
            written.add(png);
        }
        return written;
    }

    private static List<Optional<Side>> sides(PoseFile file) {
        return file.side().isEmpty()
                ? List.of(Optional.empty())
                : List.of(Optional.of(Side.LEFT), Optional.of(Side.RIGHT));
    }

    /** Adds what was drawn. */
    void read(String key, PoseFile file, List<Picture> pictures, Map<String, Path> files) throws IOException {
        for (Physique physique : Physique.ALL) {
            for (Optional<Side> side : sides(file)) {
                String path = Picture.path(file.id(), physique.id(), side);
                pictures.add(new Picture(
                        file.id(),
                        physique.id(),
                        side,
                        file(key, path + ".gif", files),
                        file(key, path + ".png", files),
                        Scene.WIDTH,
                        Scene.HEIGHT));
            }
        }
    }

    private Picture.Drawn file(String key, String path, Map<String, Path> files) throws IOException {
        Path file = folder.resolve(key).resolve(path);
        byte[] content = Files.readAllBytes(file);
        files.put(path, file);
        return new Picture.Drawn(path, Hashes.hex(content), content.length);
    }

    /** Under which key a file is kept that a picture names by this path. */
    static String keyOf(String path, Path file) {
        int folders = file.getNameCount() - Path.of(path).getNameCount();
        return file.getName(folders - 1).toString();
    }

    /** Drops all else that was drawn, or half drawn by who has ended since. Nobody may draw or look meanwhile. */
    void dropAllBut(Set<String> keys) throws IOException {
        List<Path> others;
        try (Stream<Path> all = Files.list(folder)) {
            others = all.filter(each -> OURS.matcher(name(each)).matches())
                    .filter(each -> !keys.contains(name(each)))
                    // What an earlier time left half dropped comes first, and is out of the way.
                    .sorted()
                    .toList();
        }
        for (Path other : others) {
            Path aside = other;
            if (!name(other).startsWith(".")) {
                // A folder by that name is whole, or not there.
                aside = Files.move(other, folder.resolve(DROPPED + name(other)));
            }
            delete(aside);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static void delete(Path aside) throws IOException {
        try (Stream<Path> all = Files.walk(aside)) {
            List<Path> inward = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : inward) {
                Files.delete(each);
            }
        }
    }
}
