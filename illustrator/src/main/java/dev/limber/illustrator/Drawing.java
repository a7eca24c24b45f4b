package dev.limber.illustrator;

import dev.limber.illustrator.pose.Fault;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What became of drawing the pose files of a pack. */
public sealed interface Drawing {
    /**
     * All is drawn.
     *
     * @param pictures by pose, figure and side
     * @param files where each path that the pictures name is to be found
     * @param drawnNow how many pose files had to be drawn, rather than found in the cache
     */
    record Done(List<Picture> pictures, Map<String, Path> files, int drawnNow) implements Drawing {
        static final Comparator<Picture> ORDER = Comparator.comparing(Picture::pose)
                .thenComparing(Picture::figure)
                .thenComparing(picture -> picture.side().map(Enum::ordinal).orElse(-1));

        public Done {
            pictures = pictures.stream().sorted(ORDER).toList();
            files = Map.copyOf(files);
        }
    }

    /** @param faults all that is wrong, by file and line; nothing was drawn */
    record Refused(List<Fault> faults) implements Drawing {
        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
