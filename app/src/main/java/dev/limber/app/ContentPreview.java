package dev.limber.app;

import dev.limber.app.cli.Console;
import dev.limber.app.cli.ExitCode;
import dev.limber.core.exercise.Nearest;
import dev.limber.core.text.Pack;
import dev.limber.illustrator.Preview;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code limber content preview}: shows an author what pose files look like. */
final class ContentPreview {
    private static final Pattern OWNER = Pattern.compile("(?:exercises|set-ups)/([^/]+)\\.yaml");
    private static final Pattern POSE = Pattern.compile("poses/([^/]+)\\.yaml");

    private final Console console;
    private final Set<String> owners = new TreeSet<>();
    private final SortedMap<String, String> poses = new TreeMap<>();

    private ContentPreview(Optional<Path> folder, Console console) {
        this.console = console;
        take(Pack.builtIn());
        folder.map(Pack::ofFolder).ifPresent(this::take);
    }

    /**
     * Draws into a folder, whatever else may be wrong with the pack.
     *
     * @param folder an author's pack, whose poses go before the built-in ones
     * @param exercise or set-up, of which all pose files are drawn, or one pose file's name
     */
    static int run(Optional<Path> folder, String exercise, Path out, Console console) {
        return new ContentPreview(folder, console).run(exercise, out);
    }

    private void take(Pack pack) {
        pack.files().forEach((path, text) -> {
            Matcher owner = OWNER.matcher(path);
            Matcher pose = POSE.matcher(path);
            if (owner.matches()) {
                owners.add(owner.group(1));
            } else if (pose.matches()) {
                poses.put(pose.group(1), text);
            }
        });
    }

    private int run(String exercise, Path out) {
        if (!owners.contains(exercise)) {
            return runOne(exercise, out);
        }
        List<String> own = poses.keySet().stream()
                .filter(pose -> owner(pose).equals(Optional.of(exercise)))
                .toList();
        if (own.isEmpty()) {
            console.err()
                    .println(
                            "'" + exercise + "' has no pose file yet: write poses/" + exercise + ".yaml in your pack.");
            return ExitCode.FAULT;
        }
        return draw(own, out);
    }

    /** Whoever works at one variant's pose file does not want to wait for the others. */
    private int runOne(String pose, Path out) {
        if (poses.containsKey(pose)) {
            return draw(List.of(pose), out);
        }
        Set<String> known = new TreeSet<>(owners);
        known.addAll(poses.keySet());
        console.err()
                .println("There is no exercise and no pose file '" + pose + "' (" + Nearest.hint(pose, known) + ").");
        return ExitCode.USAGE;
    }

    /** The exercise with the longest name that the pose's begins with. */
    private Optional<String> owner(String pose) {
        return owners.stream()
                .filter(id -> pose.equals(id) || pose.startsWith(id + "-"))
                .max(Comparator.comparingInt(String::length));
    }

    private int draw(List<String> own, Path out) {
        int code = ExitCode.FINE;
        List<Path> toOpen = new ArrayList<>();
        for (String pose : own) {
            try {
                switch (Preview.write("poses/" + pose + ".yaml", poses.getOrDefault(pose, ""), out)) {
                    case Preview.Written(List<Path> pictures, Path cameras) -> {
                        pictures.forEach(console.out()::println);
                        console.out().println(cameras);
                        toOpen.add(pictures.getFirst());
                        toOpen.add(cameras);
                    }
                    case Preview.Refused(var faults) -> {
                        faults.forEach(console.out()::println);
                        code = ExitCode.FAULT;
                    }
                }
            } catch (IOException unwritable) {
                console.err().println("Cannot write the pictures: " + unwritable.getMessage());
                return ExitCode.FAULT;
            }
        }
        ScreenViewer.open(toOpen);
        return code;
    }
}
