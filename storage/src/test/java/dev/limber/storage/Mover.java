package dev.limber.storage;

import java.nio.file.Path;
import java.util.Optional;

/** Moves a SQLite file to a PostgreSQL database, slowly enough to be killed, and says how far it is. */
final class Mover {
    private Mover() {}

    public static void main(String[] arguments) {
        var from = new StorageConfig.Sqlite(Path.of(arguments[0]));
        var to = new StorageConfig.Postgres(arguments[1], Optional.of("postgres"), Optional.of("secret"));
        DatabaseMove.run(from, to, (rows, all) -> System.out.println("copied " + rows));
        System.out.println("moved");
    }
}
