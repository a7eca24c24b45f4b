package dev.limber.local;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Chooses the screen that fits where the process runs. */
public final class Screens {
    private Screens() {}

    /**
     * The screen of this process: with a terminal's comforts where both its input and its output are a terminal that has
     * them, plain lines otherwise.
     *
     * @param environment of the process: {@code TERM} and {@code NO_COLOR} are honoured
     */
    public static Screen ofThisProcess(Map<String, String> environment) {
        if (!isAtTerminal()) {
            return plain(false);
        }
        if (!hasComforts(environment)) {
            return plain(true);
        }
        try {
            return SystemTerminal.open(wantsColours(environment));
        } catch (IOException | IllegalStateException unusable) {
            Screen screen = plain(true);
            screen.complain(
                    "This terminal cannot be driven (" + unusable.getMessage() + "); going on with plain lines.");
            return screen;
        }
    }

    /** Some releases of the JDK have no console where there is no terminal, others have one that says so. */
    private static boolean isAtTerminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }

    static boolean hasComforts(Map<String, String> environment) {
        String type = environment.getOrDefault("TERM", "");
        return !type.isEmpty() && !type.equals("dumb");
    }

    static boolean wantsColours(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("NO_COLOR"))
                .filter(value -> !value.isEmpty())
                .isEmpty();
    }

    private static Screen plain(boolean live) {
        return new PlainScreen(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                live);
    }
}
