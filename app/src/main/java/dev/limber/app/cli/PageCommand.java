package dev.limber.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code limber page}. */
@Command(name = "page", description = "Chats in a browser page on this machine, until Ctrl-C; needs no token.")
final class PageCommand implements Callable<Integer> {
    private final Console console;
    private final Work work;

    PageCommand(Console console, Work work) {
        this.console = console;
        this.work = work;
    }

    @Override
    public Integer call() {
        return Configured.run(console, config -> work.page(config, console));
    }
}
