package dev.limber.benchmarks;

import dev.limber.core.runtime.RuntimeConfig;
import dev.limber.storage.StorageConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What a turn costs with a thousand and with a million people stored, and whether 50,000 active ones of a million fit
 * into a small heap. Each population is measured in a process of its own, in turns; its data is made by SQL.
 */
public final class PopulationBenchmark {
    private static final int FEW = 1_000;
    private static final int MANY = 1_000_000;
    private static final int ACTIVE = 50_000;
    private static final int AT_ONCE = 64;
    private static final int RUNS = 3;
    private static final double SECONDS = 6;
    private static final String HEAP = "-Xmx256m";

    private PopulationBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 2) {
            measure(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
            return;
        }
        Path few = Folders.fresh();
        Path many = Folders.fresh();
        try {
            fill(few, FEW);
            long start = System.nanoTime();
            fill(many, MANY);
            Report.note("%,d people stored in %.0f s", MANY, (System.nanoTime() - start) / 1e9);
            var costs = new ArrayList<double[]>();
            for (int run = 0; run < RUNS; run++) {
                costs.add(new double[] {child(few, FEW), child(many, FEW)});
            }
            double fewCost =
                    Report.median(costs.stream().mapToDouble(cost -> cost[0]).toArray());
            double manyCost =
                    Report.median(costs.stream().mapToDouble(cost -> cost[1]).toArray());
            Report.note("a turn with %,d stored: %.3f ms; with %,d stored: %.3f ms", FEW, fewCost, MANY, manyCost);
            Report.atMost("cost of a turn, a million stored / a thousand stored", manyCost / fewCost, 1.5, "x");
            double activeCost = child(many, ACTIVE);
            Report.note("a turn with %,d active of %,d stored within %s: %.3f ms", ACTIVE, MANY, HEAP, activeCost);
            Report.atMost("cost of a turn, 50,000 active / 1,000 active", activeCost / manyCost, 4, "x");
        } finally {
            Folders.delete(few);
            Folders.delete(many);
        }
    }

    /** In a child process: prints the mean cost of a turn in milliseconds as its last line. */
    private static void measure(Path folder, int active) throws InterruptedException, IOException {
        try (var crowd = new Crowd(folder, active, RuntimeConfig.standard())) {
            crowd.underFullLoad(AT_ONCE, SECONDS);
            long turns = crowd.underFullLoad(AT_ONCE, SECONDS).length;
            var runtime = Runtime.getRuntime();
            System.out.printf(
                    "%,d active: %,.0f turns/s, heap in use %d MiB of %d MiB, resident %.0f MiB%n",
                    active,
                    turns / SECONDS,
                    (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                    runtime.maxMemory() >> 20,
                    Memory.resident(ProcessHandle.current().pid()));
            System.out.println(SECONDS * 1_000 / turns);
        }
    }

    private static double child(Path folder, int active) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PopulationBenchmark.class.getName(),
                        folder.toString(),
                        Integer.toString(active))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> lines = process.inputReader(StandardCharsets.UTF_8).lines().toList();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the measured process failed with " + process.exitValue() + ": " + lines);
        }
        lines.subList(0, lines.size() - 1).forEach(line -> Report.note("%s", line));
        return Double.parseDouble(lines.getLast());
    }

    /** The first in a routine, the others not; all copies of two who have really been here. */
    private static void fill(Path folder, int people) throws InterruptedException, SQLException, IOException {
        try (var crowd = new Crowd(folder, 2, RuntimeConfig.standard())) {
            crowd.begin(2);
            crowd.stop(1);
        }
        Path file = StorageConfig.Sqlite.in(folder).file();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA cache_size = -400000");
            statement.execute("BEGIN");
            copy(statement, 0, 2, Math.min(people, ACTIVE));
            copy(statement, 1, ACTIVE, people);
            statement.execute("COMMIT");
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        if (Files.size(file) < people * 500L) {
            throw new IllegalStateException("the data was not made: " + Files.size(file) + " bytes");
        }
    }

    private static void copy(Statement statement, int person, int from, int to) throws SQLException {
        String numbers = "WITH RECURSIVE number (n) AS (SELECT " + from
                + " UNION ALL SELECT n + 1 FROM number WHERE n < " + (to - 1) + ") ";
        String source = " FROM number, %s WHERE subject_key = 'person/bench/" + person + "' AND " + from + " < " + to;
        statement.execute(numbers + "INSERT INTO subject (subject_key, version, state, last_turn, last_day)"
                + " SELECT 'person/bench/' || n, version, state, last_turn, last_day" + source.formatted("subject"));
        statement.execute(numbers + "INSERT INTO plan (subject_key, plan) SELECT 'person/bench/' || n, plan"
                + source.formatted("plan"));
        statement.execute(numbers + "INSERT INTO history (subject_key, entry_id, happened_at, entry)"
                + " SELECT 'person/bench/' || n, entry_id, happened_at, entry" + source.formatted("history"));
    }
}
