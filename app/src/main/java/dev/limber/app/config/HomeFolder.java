package dev.limber.app.config;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/** Finds the data folder, and makes it where it is missing. */
final class HomeFolder {
    private static final String HINT = "Set LIMBER_HOME to a folder that you may write to.";

    private HomeFolder() {}

    /** Empty where there cannot be one, which is a fault then. */
    static Optional<Path> open(Machine machine, List<ConfigFault> faults) {
        String place =
                Sources.fromEnvironment(machine, Setting.HOME).map(Value::place).orElse("the data folder");
        try {
            Path folder = where(machine);
            if (!Files.isDirectory(folder)) {
                create(folder);
            }
            return Optional.of(folder.toRealPath());
        } catch (InvalidPathException e) {
            faults.add(new ConfigFault(place, "is not a path", HINT));
        } catch (IOException e) {
            String problem = Files.exists(where(machine)) ? "is not a folder" : "cannot be created";
            faults.add(new ConfigFault(place, "'" + where(machine) + "' " + problem, HINT));
        }
        return Optional.empty();
    }

    private static Path where(Machine machine) {
        Optional<Value> set = Sources.fromEnvironment(machine, Setting.HOME);
        if (set.isPresent()) {
            return Paths.resolve(machine, machine.workingFolder(), set.get().text());
        }
        return Optional.ofNullable(machine.environment().get("XDG_DATA_HOME"))
                .filter(text -> !text.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElseGet(() -> machine.userHome().resolve(".local").resolve("share"))
                .resolve("limber");
    }

    private static void create(Path folder) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
            Files.createDirectories(folder, ownerOnly);
        } else {
            Files.createDirectories(folder);
        }
    }
}
