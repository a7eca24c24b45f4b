package dev.limber.storage;

import dev.limber.core.runtime.StoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

/**
 * Writes the state of one moment of a SQLite file to another one, while a Limber may be using it. Only what is stored is
 * written, row by row: nothing of what was forgotten, wherever it may still lie in the file.
 */
public final class SqliteBackup {
    private static final String COPY = "VACUUM INTO ?";
    private static final List<String> CHECKS = List.of("PRAGMA integrity_check", "PRAGMA foreign_key_check");
    private static final String SUBJECTS = "SELECT count(*) FROM subject";

    private SqliteBackup() {}

    /**
     * @param to a file that is not there yet; it appears only once it is complete and checked, readable by its owner alone
     * @return how many bytes it has
     * @throws StoreException where it cannot be made; there is no file then
     */
    public static long write(StorageConfig.Sqlite config, Path to) {
        Path from = config.file().toAbsolutePath();
        if (!Files.isRegularFile(from)) {
            throw new StoreException("There is no database " + from + " yet, so there is nothing to back up.", null);
        }
        if (Files.exists(to)) {
            throw taken(to);
        }
        Path unfinished = to.resolveSibling("." + to.getFileName() + "." + UUID.randomUUID() + ".unfinished");
        try {
            DataFile.createForOwner(unfinished);
            try {
                copy(from, unfinished);
                check(unfinished);
                force(unfinished);
                Files.move(unfinished, to);
            } finally {
                Files.deleteIfExists(unfinished);
            }
            return Files.size(to);
        } catch (FileAlreadyExistsException e) {
            throw taken(to);
        } catch (NoSuchFileException e) {
            throw new StoreException("There is no folder for " + to + ": create it, or name another file.", e);
        } catch (IOException e) {
            throw new StoreException(
                    to + " cannot be written (" + DataFile.reason(e) + "): name a file in a folder that can be.", e);
        }
    }

    private static void copy(Path from, Path to) {
        var faults = new Faults(from);
        try (Connection source = new Connections(from).openWatcher()) {
            try (Statement statement = source.createStatement()) {
                // Fails where it is no database of Limber's.
                statement.executeQuery(SUBJECTS).close();
            }
            try (PreparedStatement statement = source.prepareStatement(COPY)) {
                statement.setString(1, to.toString());
                statement.execute();
            }
        } catch (SQLException e) {
            throw faults.ofCopying(e, to);
        }
    }

    private static void check(Path written) {
        try (Connection connection = new Connections(written).openWatcher();
                Statement statement = connection.createStatement()) {
            for (String check : CHECKS) {
                try (ResultSet problems = statement.executeQuery(check)) {
                    if (problems.next() && !"ok".equals(problems.getString(1))) {
                        throw new StoreException(
                                "The copy is damaged, so it was thrown away: check the disks, and try again.", null);
                    }
                }
            }
        } catch (SQLException e) {
            throw new Faults(written).of(e);
        }
    }

    private static void force(Path written) throws IOException {
        try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static StoreException taken(Path to) {
        return new StoreException(to + " is there already, and is left as it is: name a file that is not.", null);
    }
}
