package dev.limber.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code limber rehearse}: for the start script alone, which makes the start-up cache of it. */
@Command(
        name = "rehearse",
        hidden = true,
        description = "Chats in the terminal, then takes the first steps of serving, and ends.")
final class RehearseCommand implements Callable<Integer> {
    private final Console console;
    private final Work work;

    RehearseCommand(Console console, Work work) {
        this.console = console;
        this.work = work;
    }

    @Override
    public Integer call() {
        return Configured.run(console, config -> work.rehearse(config, console));
    }
}
