package dev.limber.testkit.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code multipart/form-data}. */
public final class Multipart {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=(?:\"([^\"]+)\"|([^;\\s]+))");
    private static final Pattern NAME = Pattern.compile("[;\\s]name=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]*)\"");
    private static final byte[] BLANK_LINE = ascii("\r\n\r\n");

    /** One part; a file where it has a file name. */
    public record Part(String name, Optional<String> fileName, Blob content) {
        public String text() {
            return content.text();
        }
    }

    private Multipart() {}

    /** @throws IllegalArgumentException where it is cut off, or says not how it is parted */
    public static List<Part> parse(String contentType, byte[] body) {
        Matcher matcher = BOUNDARY.matcher(contentType);
        if (!matcher.find()) {
            throw new IllegalArgumentException("boundary of multipart is missing");
        }
        byte[] delimiter =
                ascii("\r\n--" + Optional.ofNullable(matcher.group(1)).orElseGet(() -> matcher.group(2)));
        List<Part> parts = new ArrayList<>();
        // The first delimiter has no line before it.
        int at = delimiter.length - 2;
        while (at + 2 <= body.length && body[at] == '\r') {
            int headersEnd = indexOf(body, BLANK_LINE, at);
            int end = indexOf(body, delimiter, headersEnd + BLANK_LINE.length - 2);
            if (headersEnd < 0 || end < 0) {
                throw new IllegalArgumentException("multipart is cut off");
            }
            String headers = new String(body, at, headersEnd - at, StandardCharsets.UTF_8);
            byte[] content = end <= headersEnd + BLANK_LINE.length
                    ? new byte[0]
                    : Arrays.copyOfRange(body, headersEnd + BLANK_LINE.length, end);
            parts.add(new Part(first(NAME, headers).orElse(""), first(FILE_NAME, headers), new Blob(content)));
            at = end + delimiter.length;
        }
        return parts;
    }

    private static Optional<String> first(Pattern pattern, String headers) {
        Matcher matcher = pattern.matcher(headers);
        return matcher.find() ? Optional.ofNullable(matcher.group(1)) : Optional.empty();
    }

    private static int indexOf(byte[] body, byte[] sought, int from) {
        for (int i = Math.max(from, 0); i <= body.length - sought.length; i++) {
            if (body[i] == sought[0] && Arrays.equals(body, i, i + sought.length, sought, 0, sought.length)) {
                return i;
            }
        }
        return -1;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
