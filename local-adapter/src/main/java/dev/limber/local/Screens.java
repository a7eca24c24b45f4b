package dev.limber.local;

import dev.limber.core.chat.PictureSource;
import dev.limber.local.picture.PicturePainter;
import dev.limber.local.picture.Replies;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Chooses the screen that fits where the process runs. */
public final class Screens {
    private Screens() {}

    /**
     * The screen of this process: with a terminal's comforts where both its input and its output are a terminal that has
     * them, plain lines otherwise.
     *
     * @param environment of the process: {@code TERM} and {@code NO_COLOR} are honoured
     * @param pictures are shown by terminals that say they can; elsewhere their alternative is
     */
    public static Screen ofThisProcess(Map<String, String> environment, PictureSource pictures) {
        if (!isAtTerminal()) {
            return plain(false);
        }
        if (!hasComforts(environment)) {
            return plain(true);
        }
        try {
            return SystemTerminal.open(wantsColours(environment), question(environment), new PicturePainter(pictures));
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

    /** Some terminals show the longer question, and others take it for the title of a window. */
    static String question(Map<String, String> environment) {
        String type = environment.getOrDefault("TERM", "");
        boolean mistakes = environment.containsKey("TMUX")
                || environment.containsKey("STY")
                || Stream.of("tmux", "screen", "linux").anyMatch(type::startsWith)
                || environment.getOrDefault("TERM_PROGRAM", "").equals("Apple_Terminal");
        return mistakes ? Replies.SHORT_QUESTION : Replies.QUESTION;
    }

    private static Screen plain(boolean live) {
        return new PlainScreen(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                live);
    }
}
