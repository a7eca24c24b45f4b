package dev.limber.storage;

import dev.limber.core.chat.AdapterMemory;
import dev.limber.core.chat.Address;
import dev.limber.core.chat.DeliveryId;
import dev.limber.core.chat.Platform;
import dev.limber.core.runtime.CommitResult;
import dev.limber.core.runtime.Dossier;
import dev.limber.core.runtime.HistoryEntry;
import dev.limber.core.runtime.Owed;
import dev.limber.core.runtime.Settlement;
import dev.limber.core.runtime.Store;
import dev.limber.core.runtime.StoreException;
import dev.limber.core.runtime.StoredState;
import dev.limber.core.runtime.TurnRecord;
import dev.limber.core.runtime.WakeUp;
import dev.limber.core.session.Subject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store in one SQLite file, which one process alone may use at a time. {@link Writer} does all writing,
 * {@link Readers} all reading.
 */
public final class SqliteStore implements Store {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteStore.class);

    private final DataFile file;
    private final Writer writer;
    private final Readers readers;
    private final AdapterMemory adapterMemory;

    private SqliteStore(DataFile file, Writer writer, Readers readers) {
        this.file = file;
        this.writer = writer;
        this.readers = readers;
        this.adapterMemory = new StoredAdapterMemory(writer, readers);
    }

    /**
     * Opens the store, creating the file and its tables where they are missing, readable by their owner only.
     *
     * @throws StoreException where another process uses the file, it cannot be written, is damaged, or comes from a
     *     newer program; the file is then as it was
     */
    public static SqliteStore open(StorageConfig config) {
        DataFile file = DataFile.take(config.file());
        boolean opened = false;
        try {
            SqliteStore store = open(file);
            opened = true;
            return store;
        } finally {
            if (!opened) {
                release(file);
            }
        }
    }

    private static SqliteStore open(DataFile file) {
        Path path = file.path();
        var faults = new Faults(path);
        var connections = new Connections(path);
        try {
            Connection connection = connections.openWriter();
            var session = new WriteSession(connection);
            boolean ready = false;
            try {
                Schema.bringUpToDate(path, connection, connections, faults);
                session.checkWritable();
                session.emptyLog();
                ready = true;
            } finally {
                if (!ready) {
                    connection.close();
                }
            }
            return new SqliteStore(
                    file, new Writer(connections, faults, session, file), new Readers(connections, faults));
        } catch (SQLException e) {
            throw faults.of(e);
        }
    }

    @Override
    public Optional<StoredState> find(Subject subject) {
        return readers.read(session -> Queries.find(session, subject));
    }

    @Override
    public CommitResult commit(TurnRecord turn) {
        byte[] event = EventKey.of(turn.seenKey());
        return writer.write(session -> Turns.store(session, turn, event));
    }

    @Override
    public boolean settle(Settlement settlement) {
        return writer.write(session -> Turns.settle(session, settlement));
    }

    @Override
    public List<Owed> owed(Platform platform, DeliveryId after, int limit) {
        return readers.read(session -> Queries.owed(session, platform, after, limit));
    }

    @Override
    public List<WakeUp> wakeUpsBefore(Instant before, int limit) {
        return readers.read(session -> Queries.wakeUpsBefore(session, before, limit));
    }

    @Override
    public List<HistoryEntry> history(Subject subject, Instant since) {
        return readers.read(session -> Queries.history(session, subject, since));
    }

    @Override
    public Dossier everything(Subject subject) {
        return readers.readAtOnce(session -> Queries.everything(session, subject));
    }

    @Override
    public void move(Address from, Address to) {
        writer.write(session -> Moves.move(session, from, to));
    }

    @Override
    public int forgetUnusedSince(Instant moment) {
        int all = 0;
        int some;
        do {
            some = writer.write(session -> Erasure.forgetSomeUnusedSince(session, moment));
            all += some;
        } while (some > 0);
        if (all > 0) {
            writer.write(Erasure::awaitWiping);
        }
        return all;
    }

    @Override
    public void dropSeenBefore(Instant moment) {
        Optional<byte[]> next = Optional.of(new byte[0]);
        while (next.isPresent()) {
            byte[] after = next.get();
            next = writer.write(session -> Erasure.dropSomeSeenBefore(session, moment, after));
        }
    }

    @Override
    public AdapterMemory adapterMemory() {
        return adapterMemory;
    }

    /** Lets calls under way finish; later ones fail. */
    @Override
    public void close() {
        writer.close();
        readers.close();
        release(file);
    }

    private static void release(DataFile file) {
        try {
            file.close();
        } catch (IOException e) {
            LOG.warn("the lock on {} goes when this process ends: {}", file.path(), e.getMessage());
        }
    }
}
