package dev.limber.core.runtime;

import org.jspecify.annotations.Nullable;

/** The store cannot do its work; the message says in one sentence what is wrong and what to do. */
public final class StoreException extends RuntimeException {
    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
