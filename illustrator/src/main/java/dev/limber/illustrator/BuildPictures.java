package dev.limber.illustrator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Draws the built-in pictures while Limber is built. */
public final class BuildPictures {
    private BuildPictures() {}

    /**
     * @param arguments the pack, the folder that keeps what was drawn, and the folder to put {@code pictures} into
     * @throws IllegalArgumentException where a pose file has faults; the message names all of them
     */
    public static void main(String[] arguments) throws IOException {
        Path pack = Path.of(arguments[0]);
        Path out = Path.of(arguments[2]);
        long begun = System.nanoTime();
        switch (Illustrator.draw(pack, Path.of(arguments[1]))) {
            case Drawing.Refused(var faults) -> {
                List<String> lines = faults.stream().map(Object::toString).toList();
                throw new IllegalArgumentException("pose files have faults:\n" + String.join("\n", lines));
            }
            case Drawing.Done done -> {
                put(done, out);
                if (done.drawnNow() > 0) {
                    System.out.println("Drew " + done.drawnNow() + " pose files in "
                            + (System.nanoTime() - begun) / 1_000_000 + " ms.");
                }
            }
        }
    }

    private static void put(Drawing.Done done, Path out) throws IOException {
        Set<Path> wanted = new HashSet<>();
        for (var file : done.files().entrySet()) {
            Path target = out.resolve(file.getKey());
            write(target, Files.readAllBytes(file.getValue()));
            wanted.add(target);
        }
        Path index = out.resolve(PictureIndex.PATH);
        write(index, PictureIndex.yaml(done.pictures()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        wanted.add(index);
        removeOthers(out.resolve("pictures"), wanted);
    }

    /** What is the same stays untouched, so that nothing after this takes it for new. */
    private static void write(Path target, byte[] content) throws IOException {
        if (!Files.exists(target) || !java.util.Arrays.equals(Files.readAllBytes(target), content)) {
            Files.createDirectories(target.resolveSibling(""));
            Files.write(target, content);
        }
    }

    private static void removeOthers(Path folder, Set<Path> wanted) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> others = files.filter(Files::isRegularFile)
                    .filter(file -> !wanted.contains(file))
                    .toList();
            for (Path other : others) {
                Files.delete(other);
            }
        }
    }
}
