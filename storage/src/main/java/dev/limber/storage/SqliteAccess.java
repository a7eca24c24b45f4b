package dev.limber.storage;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way to one SQLite file: {@link Writer} does all writing, {@link Readers} all reading. */
final class SqliteAccess implements Access {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteAccess.class);

    private final DataFile file;
    private final Writer writer;
    private final Readers readers;

    SqliteAccess(DataFile file, Writer writer, Readers readers) {
        this.file = file;
        this.writer = writer;
        this.readers = readers;
    }

    @Override
    public <T> T read(Query<T> query) {
        return readers.read(query);
    }

    @Override
    public <T> T readAtOnce(Query<T> query) {
        return readers.readAtOnce(query);
    }

    @Override
    public <T> T write(WriteJob<T> job) {
        return writer.write(job);
    }

    /** All do. */
    @Override
    public <T> T writeTogether(WriteJob<T> job) {
        return writer.write(job);
    }

    @Override
    public void close() {
        writer.close();
        readers.close();
        release(file);
    }

    static void release(DataFile file) {
        try {
            file.close();
        } catch (IOException e) {
            LOG.warn("the lock on {} goes when this process ends: {}", file.path(), e.getMessage());
        }
    }
}
