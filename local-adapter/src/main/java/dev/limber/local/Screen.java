package dev.limber.local;

import java.util.List;
import java.util.Optional;

/** What a person reads on and types into. {@link Screens} chooses one. */
public sealed interface Screen extends AutoCloseable permits PlainScreen, LiveScreen {
    /**
     * Whether somebody sits there, who wants to be greeted and to type on while answers are under way; otherwise lines
     * come from a script, which wants each answered before the next.
     */
    boolean live();

    /**
     * Shows a message below all others, wholly or not at all; from any thread.
     *
     * @throws java.io.UncheckedIOException where nothing can be shown any more
     */
    void show(Shown message);

    /** Says something that is not the coach's: what went wrong and what to do, in one sentence of English. */
    void complain(String sentence);

    /**
     * Waits for a line.
     *
     * @return empty at the end of input
     * @throws java.io.UncheckedIOException where the input broke
     */
    Optional<String> readLine();

    /** From now on what is being typed can be completed, where the screen can do that. */
    void completeWith(Completions completions);

    /** What is told of a command or an argument while it is typed. */
    interface Completions {
        /** Completions of the line so far, best first. */
        List<Completion> complete(String line);
    }

    /**
     * One way to complete a line.
     *
     * @param value what replaces the command's name, or its argument once that has begun
     * @param label what is shown for it
     * @param description more about it; may be empty
     * @param takesArgument whether more may follow
     */
    record Completion(String value, String label, String description, boolean takesArgument) {}

    @Override
    void close();
}
