package dev.limber.illustrator;

import dev.limber.illustrator.body.Physique;
import dev.limber.illustrator.drawing.Film;
import dev.limber.illustrator.gif.Png;
import dev.limber.illustrator.pose.Fault;
import dev.limber.illustrator.pose.PoseFile;
import dev.limber.illustrator.pose.PoseReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an author gets to see of one pose file. */
public sealed interface Preview {
    /**
     * The pictures are there.
     *
     * @param pictures of all figures and sides
     * @param cameras the end of the movement, seen from many places
     */
    record Written(List<Path> pictures, Path cameras) implements Preview {
        public Written {
            pictures = List.copyOf(pictures);
        }
    }

    /** @param faults all that is wrong with the file; nothing was written */
    record Refused(List<Fault> faults) implements Preview {
        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /**
     * Draws one pose file, whatever was drawn before.
     *
     * @param path of the file, as faults are to name it
     * @param folder made where it is missing
     */
    static Preview write(String path, String text, Path folder) throws IOException {
        List<Fault> faults = new ArrayList<>();
        Optional<PoseFile> read = PoseReader.read(path, text, faults);
        read.ifPresent(file -> faults.addAll(Checks.check(file)));
        if (read.isEmpty() || !faults.isEmpty()) {
            return new Refused(faults);
        }
        PoseFile file = read.get();
        List<Path> pictures = new ArrayList<>();
        for (Physique physique : Physique.ALL) {
            pictures.addAll(PictureCache.draw(file, physique, folder));
        }
        Path cameras = folder.resolve(file.id() + "-cameras.png");
        Files.write(cameras, Png.encode(Film.cameraSheet(file.panels().getLast(), Physique.KIM), PictureCache.COLOURS));
        return new Written(pictures, cameras);
    }
}
