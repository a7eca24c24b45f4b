package dev.limber.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Lines out of a stream of UTF-8: ended by LF, CRLF or the end of the stream. Bytes that are no UTF-8 become U+FFFD, a
 * leading byte order mark is dropped, and of a line without end only the beginning is kept, so that no input can fill
 * the memory.
 */
final class LineSource {
    static final int MAX_CHARACTERS = 65_536;

    private static final int END = -1;
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final BufferedReader reader;
    private boolean atStart = true;

    LineSource(InputStream in) {
        reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    Optional<String> next() throws IOException {
        StringBuilder line = new StringBuilder();
        int character = first();
        if (character == END) {
            return Optional.empty();
        }
        while (character != END && character != '\n') {
            if (line.length() < MAX_CHARACTERS) {
                line.append((char) character);
            }
            character = reader.read();
        }
        int last = line.length() - 1;
        if (last >= 0 && line.charAt(last) == '\r') {
            line.setLength(last);
        }
        return Optional.of(line.toString());
    }

    private int first() throws IOException {
        int character = reader.read();
        if (atStart && character == BYTE_ORDER_MARK) {
            character = reader.read();
        }
        atStart = false;
        return character;
    }
}
