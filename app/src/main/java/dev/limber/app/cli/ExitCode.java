package dev.limber.app.cli;

/** What the process tells its caller at the end. */
public final class ExitCode {
    public static final int FINE = 0;

    /** Faults were found, or the work could not be done. */
    public static final int FAULT = 1;

    /** The command line or the configuration cannot be understood. */
    public static final int USAGE = 2;

    private ExitCode() {}
}
