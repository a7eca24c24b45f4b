package dev.limber.app.config;

import dev.limber.storage.StorageConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads which database is meant. */
public final class Databases {
    private Databases() {}

    /**
     * @param home what the file of a SQLite database is relative to
     * @param place where the URL stands, for faults
     * @return empty where it cannot be used, which is a fault then
     */
    public static Optional<StorageConfig> read(
            Machine machine, Path home, String place, String url, List<ConfigFault> faults) {
        return switch (DatabaseUrl.read(url)) {
            case DatabaseUrl.Read.Wrong wrong -> {
                faults.add(new ConfigFault(place, wrong.problem(), wrong.hint()));
                yield Optional.empty();
            }
            case DatabaseUrl.Read.Postgres postgres -> Optional.of(postgres.server());
            case DatabaseUrl.Read.Sqlite sqlite -> {
                Path file = Paths.resolve(machine, home, sqlite.file().toString());
                yield Optional.of(new StorageConfig.Sqlite(checked(file, place, faults)));
            }
        };
    }

    private static Path checked(Path file, String place, List<ConfigFault> faults) {
        Path folder = Optional.ofNullable(file.getParent()).orElse(file);
        if (!Files.isDirectory(folder)) {
            faults.add(new ConfigFault(place, "there is no folder '" + folder + "'", "Create it, or name another."));
        } else if (Files.isDirectory(file)) {
            faults.add(new ConfigFault(
                    place, "'" + file + "' is a folder", "Name a file in it, such as sqlite:" + file + "/limber.db."));
        }
        return file;
    }
}
