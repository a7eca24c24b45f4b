package dev.limber.app;

import dev.limber.core.chat.Block;
import dev.limber.core.chat.PictureSource;
import dev.limber.core.exercise.Pictures;
import dev.limber.core.exercise.Side;
import dev.limber.core.text.Content;
import dev.limber.illustrator.CacheUse;
import dev.limber.illustrator.Drawing;
import dev.limber.illustrator.Illustrator;
import dev.limber.illustrator.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pictures of an author's pose files: drawn in the background when these appear or change, and kept in a folder for as
 * long as the pack has use for them. Until then their exercises have none, or those of the file as it was before. All other
 * pictures are there already.
 */
final class AuthorPictures implements PictureSource, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AuthorPictures.class);
    private static final String POSES = "poses";
    private static final String YAML = ".yaml";

    private final Optional<Path> pack;
    private final Path cache;
    private final Drawer drawer;
    private final PackPictures others;
    private final AtomicReference<String> asked = new AtomicReference<>("");
    private final ExecutorService drawing = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("author-pictures").factory());
    private volatile Drawn drawn = new Drawn(0, Set.of(), Pictures.none(), Map.of());
    private volatile Optional<Shown> shown = Optional.empty();
    private volatile Optional<CacheUse> use = Optional.empty();

    /**
     * @param pack an author's folder
     * @param cache a folder for what was drawn; made where it is missing
     */
    AuthorPictures(Optional<Path> pack, Path cache) {
        this(pack, cache, Illustrator::draw);
    }

    AuthorPictures(Optional<Path> pack, Path cache, Drawer drawer) {
        this.pack = pack;
        this.cache = cache;
        this.drawer = drawer;
        others = new PackPictures(pack);
    }

    /** What draws the pose files of a pack, those that the cache does not have. */
    @FunctionalInterface
    interface Drawer {
        Drawing draw(Path pack, Path cache) throws IOException;
    }

    /**
     * What there is of the author's.
     *
     * @param number tells it from what there was before
     * @param poses those that have a file, drawn or not
     * @param files where each path of the pictures is
     */
    private record Drawn(long number, Set<String> poses, Pictures pictures, Map<String, Path> files) {}

    /** Made once for each version of the content and each drawing. */
    private record Shown(String version, long drawing, Content content) {}

    /** The content with all pictures that there are by now; the same object until something changes. */
    Content over(Content content) {
        Drawn now = drawn;
        if (now.poses().isEmpty()) {
            return content;
        }
        Optional<Shown> last =
                shown.filter(each -> each.version().equals(content.version()) && each.drawing() == now.number());
        if (last.isPresent()) {
            return last.get().content();
        }
        Pictures all = content.pictures().without(now.poses()).with(now.pictures());
        var fresh = new Shown(content.version(), now.number(), content.withPictures(all));
        shown = Optional.of(fresh);
        return fresh.content();
    }

    /** The pack was read, or read again: draws what has changed, once for each version. Returns at once. */
    void update(Content read) {
        if (!read.version().equals(asked.getAndSet(read.version()))) {
            pack.ifPresent(folder -> drawing.execute(() -> tryDraw(folder)));
        }
    }

    @Override
    public Optional<byte[]> find(Block.Picture picture) {
        return Optional.ofNullable(drawn.files().get(picture.path()))
                .flatMap(file -> PackPictures.read(file, picture.contentHash()))
                .or(() -> others.find(picture));
    }

    @Override
    public void close() {
        drawing.shutdownNow();
        use.ifPresent(held -> {
            try {
                held.close();
            } catch (IOException e) {
                LOG.warn("cannot let go of {}: {}", cache, e.getMessage());
            }
        });
    }

    private void tryDraw(Path folder) {
        try {
            draw(folder);
        } catch (IOException e) {
            LOG.error("cannot draw the pictures of {}: {}", folder, e.getMessage());
        } catch (RuntimeException bug) {
            LOG.error("a bug in drawing the pictures of {}", folder, bug);
        }
    }

    private void draw(Path folder) throws IOException {
        Set<String> poses = poses(folder);
        Drawn before = drawn;
        if (poses.isEmpty() && before.poses().isEmpty() && !Files.isDirectory(cache)) {
            return;
        }
        use();
        // A built-in picture may show something else than a pose that has just come into its place.
        drawn = new Drawn(before.number() + 1, poses, only(poses, before), before.files());
        switch (drawer.draw(folder, cache)) {
            case Drawing.Done done -> {
                drawn = new Drawn(before.number() + 2, poses, pictures(done), done.files());
                if (done.drawnNow() > 0) {
                    LOG.info("drew the pictures of {} pose files in {}", done.drawnNow(), folder);
                }
                drop(done);
            }
            case Drawing.Refused(var faults) ->
                LOG.error(
                        "the pose files in {} are not drawn; pictures drawn before go on:\n{}",
                        folder,
                        faults.stream().map(fault -> "  " + fault).collect(Collectors.joining("\n")));
        }
    }

    private static Pictures only(Set<String> poses, Drawn drawn) {
        Set<String> gone = new HashSet<>(drawn.poses());
        gone.removeAll(poses);
        return drawn.pictures().without(gone);
    }

    /** What is kept there is not dropped by other processes from now on. */
    private void use() {
        if (use.isEmpty()) {
            try {
                use = Optional.of(CacheUse.begin(cache));
            } catch (IOException unwritable) {
                LOG.info("nothing is ever dropped from {}: {}", cache, unwritable.toString());
            }
        }
    }

    private void drop(Drawing.Done done) {
        use.ifPresent(held -> {
            try {
                held.dropAllBut(done);
            } catch (IOException e) {
                LOG.warn("cannot drop from {} what has no use any more: {}", cache, e.toString());
            }
        });
    }

    private static Set<String> poses(Path folder) throws IOException {
        Path poses = folder.resolve(POSES);
        if (!Files.isDirectory(poses)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(poses)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(YAML))
                    .map(name -> name.substring(0, name.length() - YAML.length()))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    private static Pictures pictures(Drawing.Done done) {
        var all = new LinkedHashMap<Pictures.Key, Pictures.Picture>();
        done.pictures()
                .forEach(picture -> all.put(
                        new Pictures.Key(
                                picture.pose(),
                                picture.figure(),
                                picture.side().map(side -> Side.valueOf(side.name()))),
                        new Pictures.Picture(file(picture.gif()), file(picture.png()))));
        return new Pictures(all);
    }

    private static Pictures.File file(Picture.Drawn file) {
        return new Pictures.File(file.path(), file.sha256());
    }
}
