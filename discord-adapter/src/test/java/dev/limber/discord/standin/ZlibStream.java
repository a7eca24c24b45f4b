package dev.limber.discord.standin;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;

/** One stream of zlib for all texts of a connection; each ends with a flush. Not safe for use by many threads. */
final class ZlibStream {
    private static final int CHUNK = 8_192;

    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private final byte[] chunk = new byte[CHUNK];

    /** The bytes of the next text, which end with {@code 00 00 FF FF}. */
    byte[] next(String text) {
        deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream out = new ByteArrayOutputStream(CHUNK);
        int written;
        do {
            written = deflater.deflate(chunk, 0, CHUNK, Deflater.SYNC_FLUSH);
            out.write(chunk, 0, written);
        } while (written == CHUNK);
        return out.toByteArray();
    }

    void end() {
        deflater.end();
    }
}
