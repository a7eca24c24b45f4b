package dev.limber.telegram.api;

import dev.limber.core.chat.UserId;
import java.util.Optional;

/**
 * What a button carries. In a chat of several people it ends with whose button it is: a separator and the person's number
 * in base 64, at most ten bytes, so that this is known for ever and after every restart.
 *
 * @param data what the core wrote
 */
public record ButtonData(String data, Optional<UserId> owner) {
    private static final char SEPARATOR = '~';
    private static final String DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
    private static final int BITS = 6;
    private static final int MOST_DIGITS = 9;

    public static ButtonData read(String written) {
        int at = written.lastIndexOf(SEPARATOR);
        if (at < 0) {
            return new ButtonData(written, Optional.empty());
        }
        return number(written.substring(at + 1))
                .map(id -> new ButtonData(written.substring(0, at), Optional.of(Chats.user(id))))
                .orElseGet(() -> new ButtonData(written, Optional.empty()));
    }

    public String written() {
        return data
                + owner.map(user -> SEPARATOR + digits(Long.parseLong(user.id())))
                        .orElse("");
    }

    private static String digits(long number) {
        var digits = new StringBuilder();
        for (long rest = number; rest > 0; rest >>>= BITS) {
            digits.insert(0, DIGITS.charAt((int) (rest & (DIGITS.length() - 1))));
        }
        return digits.toString();
    }

    private static Optional<Long> number(String digits) {
        if (digits.isEmpty() || digits.length() > MOST_DIGITS) {
            return Optional.empty();
        }
        long number = 0;
        for (int i = 0; i < digits.length(); i++) {
            int value = DIGITS.indexOf(digits.charAt(i));
            if (value < 0) {
                return Optional.empty();
            }
            number = number << BITS | value;
        }
        return Optional.of(number);
    }
}
