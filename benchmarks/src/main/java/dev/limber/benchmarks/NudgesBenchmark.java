package dev.limber.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;

/**
 * Nudges of a million people, on each database in turn: how fast those that are due at one instant come, whether a
 * platform's pace is kept and used, whether answers go first, and what waiting costs. Measured in processes of their own
 * with a small heap; the data is made by SQL. Named as an argument, one database alone.
 */
public final class NudgesBenchmark {
    private static final String SQLITE = "sqlite";
    private static final String POSTGRESQL = "postgresql";
    private static final String HEAP = "-Xmx256m";
    private static final double LEAST_WITH_SQLITE = 1_500;
    private static final double LEAST_WITH_POSTGRESQL = 2_000;

    private NudgesBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 2) {
            measure(Database.named(arguments[0]), arguments[1]);
            return;
        }
        List<String> wanted = List.of(arguments);
        if (wanted.isEmpty() || wanted.contains(SQLITE)) {
            onSqlite();
        }
        if (wanted.isEmpty() || wanted.contains(POSTGRESQL)) {
            onPostgresql();
        }
    }

    private static void onSqlite() throws IOException, InterruptedException, SQLException {
        Path folder = Folders.fresh();
        try {
            Report.note("on SQLite:");
            measureAll(new Database.File(folder));
        } finally {
            Folders.delete(folder);
        }
    }

    /** The server must survive the loss of power here, unlike in tests. */
    private static void onPostgresql() throws IOException, InterruptedException, SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start()) {
            Report.note("on PostgreSQL:");
            measureAll(new Database.Server("jdbc:postgresql://localhost:" + server.getPort() + "/postgres"));
        }
    }

    private static void measureAll(Database database) throws IOException, InterruptedException, SQLException {
        long start = System.nanoTime();
        new NudgePopulation(database).fill(InstantSource.system());
        Report.note("%,d people stored in %.0f s", NudgePopulation.PEOPLE, (System.nanoTime() - start) / 1e9);
        for (String what : new String[] {"bursts", "pace", "answers"}) {
            child(database, what);
        }
    }

    private static void measure(Database database, String what) throws SQLException {
        var measures = new NudgeMeasures(database);
        switch (what) {
            case "bursts" ->
                measures.burstsAndIdleness(
                        database instanceof Database.File ? LEAST_WITH_SQLITE : LEAST_WITH_POSTGRESQL);
            case "pace" -> measures.paced();
            case "answers" -> measures.answersFirst();
            default -> throw new IllegalArgumentException(what);
        }
    }

    private static void child(Database database, String what) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.util.logging.config.file=" + System.getProperty("java.util.logging.config.file", ""),
                        "-cp",
                        System.getProperty("java.class.path"),
                        NudgesBenchmark.class.getName(),
                        database.name(),
                        what)
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the measured process failed with " + process.exitValue());
        }
    }
}
