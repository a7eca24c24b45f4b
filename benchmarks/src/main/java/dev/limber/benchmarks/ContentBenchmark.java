package dev.limber.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Reading the built-in content, in a process that has done nothing else before. */
public final class ContentBenchmark {
    private static final int RUNS = 5;
    private static final double LONGEST_MILLIS = 300;

    private ContentBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length > 0) {
            long start = System.nanoTime();
            Crowd.content();
            System.out.println((System.nanoTime() - start) / 1e6);
            return;
        }
        Path folder = Folders.fresh();
        try {
            // As the program is started: the quick compiler alone, and the start-up cache that its first start makes.
            String cache = folder.resolve("start.aot").toString();
            child("-XX:AOTCacheOutput=" + cache);
            double[] millis = new double[RUNS];
            for (int i = 0; i < RUNS; i++) {
                double bare = child("-XX:AOTMode=off");
                millis[i] = child("-XX:AOTCache=" + cache);
                Report.note("content read in %.0f ms with the start-up cache, in %.0f ms without", millis[i], bare);
            }
            Report.atMost("reading the built-in content at a start", Report.median(millis), LONGEST_MILLIS, "ms");
        } finally {
            Folders.delete(folder);
        }
    }

    private static double child(String cacheFlag) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        cacheFlag,
                        "-Xlog:disable",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ContentBenchmark.class.getName(),
                        "child")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> lines = process.inputReader(StandardCharsets.UTF_8).lines().toList();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("reading the content failed");
        }
        return Double.parseDouble(lines.getFirst());
    }
}
