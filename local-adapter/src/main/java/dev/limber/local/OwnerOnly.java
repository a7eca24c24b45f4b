package dev.limber.local;

import java.nio.file.FileSystems;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** How files are made that nobody but their owner may read, where the file system knows of owners. */
public final class OwnerOnly {
    private OwnerOnly() {}

    public static FileAttribute<?>[] folder() {
        return of("rwx------");
    }

    public static FileAttribute<?>[] file() {
        return of("rw-------");
    }

    private static FileAttribute<?>[] of(String permissions) {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }
}
