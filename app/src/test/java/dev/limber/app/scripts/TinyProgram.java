package dev.limber.app.scripts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Stands in for Limber where the start script itself is tried. */
final class TinyProgram {
    private TinyProgram() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.out.println("arguments: " + String.join("|", arguments));
        System.out.println("input: " + new String(System.in.readAllBytes(), UTF_8));
        if (List.of(arguments).contains("wait")) {
            new CountDownLatch(1).await();
        }
        System.exit(List.of(arguments).contains("fail") ? 5 : 0);
    }
}
