package dev.limber.discord.api;

import java.io.IOException;

/** A call was not made, by a rule of our own. */
public final class RefusedCallException extends IOException {
    public RefusedCallException(String reason) {
        super(reason);
    }
}
