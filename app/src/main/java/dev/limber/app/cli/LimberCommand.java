package dev.limber.app.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code limber}: without a command it chats in the terminal. */
@Command(
        name = "limber",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        description = "A stretch coach that lives in the chats people already have open.",
        synopsisSubcommandLabel = "[COMMAND]",
        footerHeading = "%n",
        footer = {
            "Without a command it chats in the terminal.",
            "Settings are environment variables, or stand in limber.yaml in the data folder:",
            "  LIMBER_HOME          the data folder (~/.local/share/limber)",
            "  LIMBER_DATABASE_URL  where the data is (sqlite:limber.db in the data folder)",
            "  LIMBER_CONTENT_DIR   a content pack of your own",
            "  LIMBER_LANGUAGE      the language until a person chooses one (en)",
            "  LIMBER_TIME_ZONE     the time zone until a person chooses one (the machine's)",
            "  LIMBER_LOG_LEVEL     off, error, warn, info, debug or trace (info)",
            "Exit codes: 0 fine, 1 a fault was found or something failed, 2 wrong usage."
        })
public final class LimberCommand implements Callable<Integer> {
    private final ChatCommand chat;

    private LimberCommand(ChatCommand chat) {
        this.chat = chat;
    }

    /**
     * Understands a command line and does what it asks.
     *
     * @return the exit code, one of {@link ExitCode}
     */
    public static int run(Console console, Work work, String... arguments) {
        var chat = new ChatCommand(console, work);
        var content = new CommandLine(new ContentCommand(console));
        content.addSubcommand(new ContentCheckCommand(console, work));
        return new CommandLine(new LimberCommand(chat))
                .addSubcommand(chat)
                .addSubcommand(content)
                .setOut(new PrintWriter(console.out(), true, console.out().charset()))
                .setErr(new PrintWriter(console.err(), true, console.err().charset()))
                .setParameterExceptionHandler(new KindErrors())
                .setExecutionExceptionHandler(new OwnFaults())
                .execute(arguments);
    }

    @Override
    public Integer call() {
        return chat.call();
    }
}
