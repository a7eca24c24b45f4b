package dev.limber.app.ops;

/** The address that somebody set cannot be listened on; the message says so to whoever set it. */
public final class AddressTakenException extends Exception {
    private static final long serialVersionUID = 1L;

    AddressTakenException(String message, Throwable cause) {
        super(message, cause);
    }
}
