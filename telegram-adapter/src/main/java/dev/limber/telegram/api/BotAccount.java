package dev.limber.telegram.api;

import java.util.Locale;

/** The bot itself, as Telegram knows it. */
public record BotAccount(long id, String username) {
    /** The name as people write it. */
    public String mention() {
        return "@" + username;
    }

    /** Whether somebody means this bot by a name, with or without the sign before it. */
    public boolean isCalled(String name) {
        String plain = name.startsWith("@") ? name.substring(1) : name;
        return plain.toLowerCase(Locale.ROOT).equals(username.toLowerCase(Locale.ROOT));
    }
}
