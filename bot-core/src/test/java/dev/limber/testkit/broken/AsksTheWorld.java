package dev.limber.testkit.broken;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.Supplier;

/** Reaches for everything that should be passed in. */
public final class AsksTheWorld {
    private AsksTheWorld() {}

    public static Instant now() {
        return Instant.now();
    }

    public static Supplier<Instant> nowByReference() {
        return Instant::now;
    }

    public static LocalDate today(ZoneId zone) {
        return LocalDate.now(zone);
    }

    public static long millis() {
        return System.currentTimeMillis();
    }

    public static ZoneId zone() {
        return ZoneId.systemDefault();
    }

    public static Locale locale() {
        return Locale.getDefault();
    }

    public static InstantSource clock() {
        return InstantSource.system();
    }

    public static void print() {
        System.out.println("hello");
    }

    public static void sleep() throws InterruptedException {
        Thread.sleep(1);
    }
}
