package dev.limber.app.cli;

import dev.limber.app.config.Config;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code limber serve}. */
@Command(name = "serve", description = "Answers in Telegram; needs a token.")
final class ServeCommand implements Callable<Integer> {
    private final Console console;
    private final Work work;

    ServeCommand(Console console, Work work) {
        this.console = console;
        this.work = work;
    }

    @Override
    public Integer call() {
        return Configured.run(console, this::serve);
    }

    private int serve(Config config) {
        if (config.telegram().isEmpty()) {
            console.err()
                    .println("There is nothing to serve yet: set LIMBER_TELEGRAM_TOKEN to what @BotFather gave you for"
                            + " your bot, or chat here with 'limber chat'.");
            return ExitCode.USAGE;
        }
        return work.serve(config, console);
    }
}
