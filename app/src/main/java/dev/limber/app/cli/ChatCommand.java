package dev.limber.app.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code limber chat}. */
@Command(name = "chat", description = "Chats here in the terminal; needs no token.")
final class ChatCommand implements Callable<Integer> {
    private final Console console;
    private final Work work;

    @Option(
            names = {"-u", "--user"},
            paramLabel = "NAME",
            description = "Be somebody else: each name is a person of its own.")
    private Optional<String> user = Optional.empty();

    ChatCommand(Console console, Work work) {
        this.console = console;
        this.work = work;
    }

    @Override
    public Integer call() {
        return Configured.run(console, config -> work.chat(config, user, console));
    }
}
