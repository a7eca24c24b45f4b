package dev.limber.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;

/** A file system in memory, for faults that cannot be had from a disk at will. */
final class Mount implements AutoCloseable {
    private final Path folder;

    private Mount(Path folder) {
        this.folder = folder;
    }

    /** Skips the test where this process may not mount anything. */
    static Mount at(Path folder, String size) throws IOException {
        assumeTrue(
                Child.succeeds("mount", "-t", "tmpfs", "-o", "mode=0700,size=" + size, "tmpfs", folder.toString()),
                "needs the right to mount a file system");
        return new Mount(folder);
    }

    Path folder() {
        return folder;
    }

    void makeReadOnly() throws IOException {
        assertThat(Child.succeeds("mount", "-o", "remount,ro", folder.toString()))
                .isTrue();
    }

    @Override
    public void close() throws IOException {
        assertThat(Child.succeeds("umount", folder.toString())).isTrue();
    }
}
