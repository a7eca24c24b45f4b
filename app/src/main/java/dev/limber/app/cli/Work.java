package dev.limber.app.cli;

import dev.limber.app.config.Config;
import java.nio.file.Path;
import java.util.Optional;

/** What the commands set going; each returns the exit code. */
public interface Work {
    /**
     * Chats on this machine's own screen until the person leaves.
     *
     * @param user who the person is, where it is not the usual one
     */
    int chat(Config config, Optional<String> user, Console console);

    /** Chats likewise, and offers the chat page too where somebody sits at a terminal. */
    int chatHere(Config config, Console console);

    /** Serves the chat page until it is told to end. */
    int page(Config config, Console console);

    /**
     * Answers on the chat platforms that are configured, at least one, until it is told to end or cannot go on.
     */
    int serve(Config config, Console console);

    /**
     * Looks for faults in a content pack.
     *
     * @param folder the author's pack; without it the built-in one is meant
     */
    int checkContent(Optional<Path> folder, Console console);

    /**
     * Draws an exercise for its author.
     *
     * @param out the folder that pictures are written to
     */
    int previewContent(Config config, String exercise, Path out, Console console);

    /**
     * Writes all that is stored to a file, beside a Limber that may be at work.
     *
     * @param file not there yet
     */
    int backup(Config config, Path file, Console console);

    /**
     * Copies all that is stored to another kind of database.
     *
     * @param from URL of a SQLite file
     * @param to URL of an empty PostgreSQL database
     */
    int move(Config config, String from, String to, Console console);

    /** Chats as the person at the terminal, and then takes the first steps of serving. */
    int rehearse(Config config, Console console);
}
