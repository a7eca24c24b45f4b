package dev.limber.app.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code limber}: without a command it serves where there is a token, and chats on this machine where there is none. */
@Command(
        name = "limber",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        description = "A stretch coach that lives in the chats people already have open.",
        synopsisSubcommandLabel = "[COMMAND]",
        footerHeading = "%n",
        footer = {
            "Without a command it serves Telegram and Discord, each where there is a token for it,",
            "and chats in the terminal and in a browser page where there is none.",
            "Settings are environment variables, or stand in limber.yaml in the data folder:",
            "  LIMBER_HOME          the data folder (~/.local/share/limber)",
            "  LIMBER_DATABASE_URL  sqlite:FILE or postgresql://... (limber.db there)",
            "  LIMBER_CONTENT_DIR   a content pack of your own",
            "  LIMBER_LANGUAGE      the language until a person chooses one (en)",
            "  LIMBER_TIME_ZONE     the time zone until a person chooses one (the machine's)",
            "  LIMBER_LOG_LEVEL     off, error, warn, info, debug or trace (info)",
            "  LIMBER_PAGE_PORT     the port of the page on this machine, or the next free one (8080)",
            "  LIMBER_TELEGRAM_TOKEN           the token of your bot, from @BotFather (no Telegram)",
            "  LIMBER_TELEGRAM_API_URL         where the Bot API is (https://api.telegram.org)",
            "  LIMBER_TELEGRAM_WEBHOOK_URL     what Telegram calls with updates (they are fetched)",
            "  LIMBER_TELEGRAM_WEBHOOK_SECRET  what it shows with each call (made from the token)",
            "  LIMBER_TELEGRAM_PACE            scheduled messages a second (28)",
            "  LIMBER_WEBHOOK_BIND             where to listen for those calls (127.0.0.1:8443)",
            "  LIMBER_DISCORD_TOKEN            the token of your bot, from the developer portal (no Discord)",
            "  LIMBER_DISCORD_API_URL          where the REST API is (https://discord.com/api/v10/)",
            "  LIMBER_DISCORD_GATEWAY_URL      where events come from (what the API says)",
            "  LIMBER_DISCORD_SHARDS           auto, or such as 0-3/16 or 2/16 (auto)",
            "  LIMBER_DISCORD_MESSAGE_CONTENT  whether to read all that is written: true or false (false)",
            "  LIMBER_OPS_BIND                 where to tell of health and metrics, or off (127.0.0.1:9090)",
            "Exit codes: 0 fine, 1 a fault was found or something failed, 2 wrong usage."
        })
public final class LimberCommand implements Callable<Integer> {
    private final Console console;
    private final Work work;

    private LimberCommand(Console console, Work work) {
        this.console = console;
        this.work = work;
    }

    /**
     * Understands a command line and does what it asks.
     *
     * @return the exit code, one of {@link ExitCode}
     */
    public static int run(Console console, Work work, String... arguments) {
        var content = new CommandLine(new ContentCommand(console));
        content.addSubcommand(new ContentCheckCommand(console, work));
        content.addSubcommand(new ContentPreviewCommand(console, work));
        var database = new CommandLine(new DatabaseCommand(console));
        database.addSubcommand(new BackupCommand(console, work));
        database.addSubcommand(new MoveCommand(console, work));
        return new CommandLine(new LimberCommand(console, work))
                .addSubcommand(new ChatCommand(console, work))
                .addSubcommand(new PageCommand(console, work))
                .addSubcommand(new ServeCommand(console, work))
                .addSubcommand(content)
                .addSubcommand(database)
                .addSubcommand(new RehearseCommand(console, work))
                .setOut(new PrintWriter(console.out(), true, console.out().charset()))
                .setErr(new PrintWriter(console.err(), true, console.err().charset()))
                .setParameterExceptionHandler(new KindErrors())
                .setExecutionExceptionHandler(new OwnFaults())
                .execute(arguments);
    }

    @Override
    public Integer call() {
        return Configured.run(
                console, config -> config.serves() ? work.serve(config, console) : work.chatHere(config, console));
    }
}
