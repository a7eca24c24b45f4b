package dev.limber.storage;

import dev.limber.core.runtime.StoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A database file that this process alone may use, for as long as this is open: a lock on {@code FILE.lock} keeps
 * others out, and goes with the process, however it ends.
 */
final class DataFile implements AutoCloseable {
    /**
     * The files held in this process. Closing any channel to a file drops all of a process's POSIX locks on it, so a
     * second attempt must not even open the lock file.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private DataFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Takes hold of the file, creating it and its folder for the owner alone where they are missing. */
    static DataFile take(Path wanted) {
        try {
            Path file = locate(wanted.toAbsolutePath());
            if (!HELD.add(file)) {
                throw inUse(file);
            }
            return lock(file);
        } catch (IOException e) {
            throw new StoreException(Faults.notWritable(wanted.toAbsolutePath()), e);
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            try {
                channel.close();
            } finally {
                HELD.remove(path);
            }
        }
    }

    private static Path locate(Path file) throws IOException {
        Path folder = file.getParent();
        if (folder == null) {
            throw new IOException(file + " is not a file");
        }
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, ownerOnly(file, "rwx------"));
        }
        return Files.exists(file) ? file.toRealPath() : folder.toRealPath().resolve(file.getFileName());
    }

    private static DataFile lock(Path file) throws IOException {
        Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
        FileChannel channel = null;
        boolean taken = false;
        try {
            createIfMissing(lockFile);
            channel = FileChannel.open(lockFile, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw inUse(file);
            }
            // SQLite gives its side files the rights of the database.
            createIfMissing(file);
            if (!Files.isRegularFile(file) || !Files.isWritable(file)) {
                throw new StoreException(Faults.notWritable(file), null);
            }
            taken = true;
            return new DataFile(file, channel);
        } finally {
            if (!taken) {
                if (channel != null) {
                    channel.close();
                }
                HELD.remove(file);
            }
        }
    }

    private static void createIfMissing(Path file) throws IOException {
        if (!Files.exists(file)) {
            try {
                Files.createFile(file, ownerOnly(file, "rw-------"));
            } catch (FileAlreadyExistsException e) {
                // Another process was faster; the lock tells which of the two goes on.
                return;
            }
        }
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
