package dev.limber.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Limber as it is started, in a process of its own. */
final class LimberProcess implements AutoCloseable {
    private static final int MOST_SECONDS = 60;

    private volatile boolean closing;
    private final Process process;
    private final Map<String, CountDownLatch> awaited = new ConcurrentHashMap<>();

    private LimberProcess(Process process, Set<String> sentences) {
        this.process = process;
        sentences.forEach(each -> awaited.put(each, new CountDownLatch(1)));
        Thread.ofVirtual().name("output").start(this::read);
    }

    /**
     * @param home for its data
     * @param sentences with which lines begin that may be waited for
     */
    static LimberProcess start(Path home, Map<String, String> settings, String... sentences) throws IOException {
        var builder = new ProcessBuilder(System.getProperty("limber.launcher", "./limber")).redirectErrorStream(true);
        // Other options for the Java machine may be tried.
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("LIMBER_") && !name.equals("LIMBER_JAVA_OPTIONS"));
        builder.environment().put("LIMBER_HOME", home.toString());
        builder.environment().putAll(settings);
        return new LimberProcess(builder.start(), Set.of(sentences));
    }

    private void read() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                String said = line;
                awaited.forEach((sentence, latch) -> {
                    if (said.startsWith(sentence)) {
                        latch.countDown();
                    }
                });
            }
        } catch (IOException e) {
            // The stream is closed under its reader where the process ends.
            if (process.isAlive() && !closing) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Waits until every sentence has been said. */
    void await() throws InterruptedException {
        for (Map.Entry<String, CountDownLatch> each : awaited.entrySet()) {
            if (!each.getValue().await(MOST_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("it was not said that " + each.getKey());
            }
        }
    }

    double resident() throws IOException {
        return Memory.resident(process.pid());
    }

    double cpuMillis() {
        return cpuMillis(process);
    }

    /** How much processor time a process has had. */
    static double cpuMillis(Process process) {
        return process.info().totalCpuDuration().orElseThrow().toNanos() / 1e6;
    }

    String java() {
        return process.info().command().orElseThrow();
    }

    /** How its Java machine is set, but for the cache that was made from its own classes. */
    List<String> javaOptions() {
        return List.of(process.info().arguments().orElseThrow()).stream()
                .takeWhile(option -> !option.equals("-jar"))
                .filter(option -> !option.startsWith("-XX:AOT") && !option.startsWith("-Xlog"))
                .toList();
    }

    @Override
    public void close() {
        closing = true;
        process.destroy();
        long begun = System.nanoTime();
        int code = process.onExit().join().exitValue();
        Report.note("ended with code %d within %.1f s", code, (System.nanoTime() - begun) / 1e9);
    }
}
