package dev.limber.core.chat;

import java.nio.charset.StandardCharsets;

/**
 * @param label what it says, at most 80 characters
 * @param data what comes back when it is pressed, at most 64 bytes of UTF-8: the least that any platform carries
 */
public record Button(String label, String data, ButtonStyle style) {
    public static final int MAX_LABEL_CHARACTERS = 80;
    public static final int MAX_DATA_BYTES = 64;
    /** In a message for everyone: the rest is for the adapter, which notes there whose button it is. */
    public static final int MAX_SHARED_DATA_BYTES = 54;

    public Button {
        if (label.isBlank() || label.length() > MAX_LABEL_CHARACTERS) {
            throw new IllegalArgumentException("a button's label must have 1 to 80 characters: '" + label + "'");
        }
        if (data.isEmpty() || bytes(data) > MAX_DATA_BYTES) {
            throw new IllegalArgumentException("a button's data must have 1 to 64 bytes: '" + data + "'");
        }
    }

    /** Whether it leaves room for noting whose it is. */
    boolean mayBeShared() {
        return bytes(data) <= MAX_SHARED_DATA_BYTES;
    }

    private static int bytes(String data) {
        return data.getBytes(StandardCharsets.UTF_8).length;
    }
}
