package dev.limber.app.cli;

import dev.limber.app.config.Config;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code limber serve}. */
@Command(name = "serve", description = "Answers in Telegram and Discord; needs a token of at least one.")
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
        if (!config.serves()) {
            console.err()
                    .println("There is nothing to serve yet: set LIMBER_TELEGRAM_TOKEN to what @BotFather gave you for"
                            + " your bot, or LIMBER_DISCORD_TOKEN to what Discord's developer portal gave you, or chat"
                            + " here with 'limber chat'.");
            return ExitCode.USAGE;
        }
        return work.serve(config, console);
    }
}
