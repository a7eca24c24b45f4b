package dev.limber.storage;

import dev.limber.core.runtime.StoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database file that this process alone may use, for as long as this is open: a lock on {@code FILE.lock} keeps
 * others out, and goes with the process, however it ends.
 */
final class DataFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DataFile.class);

    /**
     * The files held in this process. Closing any channel to a file drops all of a process's POSIX locks on it, so a
     * second attempt must not even open the lock file.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel lock;
    private final FileChannel content;

    private DataFile(Path path, FileChannel lock, FileChannel content) {
        this.path = path;
        this.lock = lock;
        this.content = content;
    }

    /** Takes hold of the file, creating it and its folder for the owner alone where they are missing. */
    static DataFile take(Path wanted) {
        try {
            Path file = locate(wanted.toAbsolutePath());
            if (!HELD.add(file)) {
                throw inUse(file);
            }
            boolean taken = false;
            try {
                DataFile held = hold(file);
                taken = true;
                return held;
            } finally {
                if (!taken) {
                    HELD.remove(file);
                }
            }
        } catch (IOException e) {
            throw new StoreException(Faults.notWritable(wanted.toAbsolutePath(), reason(e)), e);
        }
    }

    Path path() {
        return path;
    }

    /** For writing beside SQLite; open until this is closed. */
    FileChannel content() {
        return content;
    }

    /** Whether SQLite has everything in the file itself. */
    boolean logIsEmpty() throws IOException {
        Path log = path.resolveSibling(path.getFileName() + "-wal");
        return !Files.exists(log) || Files.size(log) == 0;
    }

    /** To be called when SQLite has let go of the file: closing a channel drops SQLite's locks, too. */
    @Override
    public void close() throws IOException {
        if (lock.isOpen()) {
            try (content;
                    lock) {
                LOG.debug("{} is free again", path);
            } finally {
                HELD.remove(path);
            }
        }
    }

    private static Path locate(Path file) throws IOException {
        Path folder = file.getParent();
        if (folder == null) {
            throw new IOException("it is no file");
        }
        if (Files.isDirectory(file)) {
            throw new IOException("it is a folder");
        }
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, ownerOnly(file, "rwx------"));
        }
        return Files.exists(file) ? file.toRealPath() : folder.toRealPath().resolve(file.getFileName());
    }

    private static DataFile hold(Path file) throws IOException {
        FileChannel lock = lock(file.resolveSibling(file.getFileName() + ".lock"), file);
        boolean held = false;
        try {
            // SQLite gives its side files the rights of the database.
            createIfMissing(file);
            FileChannel content = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
            held = true;
            return new DataFile(file, lock, content);
        } finally {
            if (!held) {
                lock.close();
            }
        }
    }

    private static FileChannel lock(Path lockFile, Path file) throws IOException {
        createIfMissing(lockFile);
        FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        if (lock == null) {
            throw inUse(file);
        }
        return channel;
    }

    /** Creates an empty file that its owner alone may read. */
    static void createForOwner(Path file) throws IOException {
        Files.createFile(file, ownerOnly(file, "rw-------"));
    }

    private static void createIfMissing(Path file) throws IOException {
        if (!Files.exists(file)) {
            try {
                createForOwner(file);
            } catch (FileAlreadyExistsException e) {
                // Another process was faster; the lock tells which of the two goes on.
                return;
            }
        }
    }

    static String reason(IOException failure) {
        String reason = failure instanceof FileSystemException known ? known.getReason() : failure.getMessage();
        return reason == null ? failure.getClass().getSimpleName() : reason;
    }

    private static FileAttribute<?>[] ownerOnly(Path file, String permissions) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static StoreException inUse(Path file) {
        return new StoreException(
                "Another Limber is using " + file + ": stop it first, or set LIMBER_HOME to another folder.", null);
    }
}
