package dev.limber.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** From the start of the program to its first prompt, and the memory of a chat that waits. */
public final class StartBenchmark {
    private static final int RUNS = 7;
    private static final long IDLE_SECONDS = 5;
    private static final double LONGEST_START_MILLIS = 1_200;
    private static final double MOST_RESIDENT_MEBIBYTES = 110;

    private StartBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path home = Folders.fresh();
        try {
            // The first start builds what is out of date, makes the data folder and the start-up cache.
            Run first = run(home, true);
            Report.note("first start, with all that it has to make: %.0f ms", first.millis);
            double[] millis = new double[RUNS];
            double[] resident = new double[RUNS];
            for (int i = 0; i < RUNS; i++) {
                Run run = run(home, false);
                millis[i] = run.millis;
                resident[i] = run.resident;
                Report.note("start %.0f ms, resident %.1f MiB", run.millis, run.resident);
            }
            Report.atMost("start to first prompt", Report.median(millis), LONGEST_START_MILLIS, "ms");
            Report.atMost("resident memory of an idle chat", Report.median(resident), MOST_RESIDENT_MEBIBYTES, "MiB");
        } finally {
            Folders.delete(home);
        }
    }

    private record Run(double millis, double resident) {}

    private static Run run(Path home, boolean cacheNow) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(System.getProperty("limber.launcher", "./limber"), "chat")
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().keySet().removeIf(name -> name.startsWith("LIMBER_"));
        builder.environment().put("LIMBER_HOME", home.resolve("data").toString());
        if (cacheNow) {
            builder.environment().put("LIMBER_START_CACHE", "now");
        }
        long start = System.nanoTime();
        Process process = builder.start();
        try (Writer input = process.outputWriter(StandardCharsets.UTF_8);
                BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            input.write("/start\n");
            input.flush();
            if (output.readLine() == null) {
                throw new IllegalStateException("the program said nothing");
            }
            double millis = (System.nanoTime() - start) / 1e6;
            TimeUnit.SECONDS.sleep(IDLE_SECONDS);
            return new Run(millis, Memory.resident(process.pid()));
        } finally {
            process.waitFor();
        }
    }
}
