package dev.limber.storage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** How an event is remembered: half of the SHA-256 of its key, so that the key itself is nowhere in the file. */
final class EventKey {
    private static final int BYTES = 16;

    private EventKey() {}

    static byte[] of(String seenKey) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(seenKey.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(hash, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
