package dev.limber.app;

import dev.limber.app.cli.Console;
import dev.limber.app.cli.ExitCode;
import dev.limber.app.cli.Work;
import dev.limber.app.config.Config;
import dev.limber.app.config.LocalConfig;
import dev.limber.app.logging.Logging;
import dev.limber.core.chat.UserId;
import dev.limber.core.runtime.RuntimeConfig;
import dev.limber.core.runtime.StoreException;
import dev.limber.local.Ending;
import dev.limber.local.Screen;
import dev.limber.local.Screens;
import dev.limber.local.TerminalChat;
import dev.limber.local.TerminalUser;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.logging.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the rooms together for each thing that the command line can ask for. */
final class Wiring implements Work {
    private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);

    private final InstantSource clock;
    private final Runnable end;

    /** @param end ends the process, where a signal asks for it */
    Wiring(InstantSource clock, Runnable end) {
        this.clock = clock;
        this.end = end;
    }

    @Override
    public int chat(Config config, Optional<String> name, Console console) {
        Optional<UserId> user = name.isPresent()
                ? name.flatMap(TerminalUser::named)
                : Optional.of(TerminalUser.loggedIn(config.local().loginName()));
        if (user.isEmpty()) {
            console.err().println("A name needs a letter or a digit: '" + name.orElse("") + "' has none.");
            return ExitCode.USAGE;
        }
        return withLog(config, console, () -> ended(chat(config, user.get(), false, console), console));
    }

    @Override
    public int chatHere(Config config, Console console) {
        UserId user = TerminalUser.loggedIn(config.local().loginName());
        return withLog(config, console, () -> ended(chat(config, user, true, console), console));
    }

    @Override
    public int page(Config config, Console console) {
        return withLog(config, console, () -> new PageAlone(config, console, clock).run(end));
    }

    private static int withLog(Config config, Console console, IntSupplier work) {
        try (var _ = logging(config, console)) {
            ContentCheck.warnOfRefusal(config.content().directory(), console);
            return logged(work);
        } catch (StoreException e) {
            console.err().println(e.getMessage());
            return ExitCode.FAULT;
        }
    }

    /** @param offering whether the page is offered as well, to whoever sits at the terminal */
    private Ending chat(Config config, UserId user, boolean offering, Console console) {
        // Pictures are read here, but no window is opened: nothing of the desktop is needed, nor shown to be at work.
        System.setProperty("java.awt.headless", "true");
        // The coach is put together while the terminal is being asked what it can do.
        var opening = Opening.begin(config, RuntimeConfig.standard(), clock);
        try (Screen screen = Screens.ofThisProcess(console.machine().environment(), opening.pictures());
                Running running = opening.await();
                var page = offering && screen.live() ? OfferedPage.of(config, running, clock) : OfferedPage.none()) {
            LocalConfig local = config.local();
            var chat = new TerminalChat(user, local.language(), local.documents(), clock, running::inbox, screen);
            running.publish(List.of(chat));
            running.start(chat);
            page.tell(screen);
            return chat.run(page::begin);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Ending.GaveUp("Limber was told to stop.");
        }
    }

    /** Whoever reports to the person no longer has the log. */
    private static int logged(IntSupplier work) {
        try {
            return work.getAsInt();
        } catch (StoreException e) {
            LOG.error("{}", e.getMessage());
            throw e;
        } catch (RuntimeException e) {
            LOG.error("the chat ended by an exception", e);
            throw e;
        }
    }

    private static int ended(Ending ending, Console console) {
        return switch (ending) {
            case Ending.InputEnded() -> ExitCode.FINE;
            case Ending.GaveUp(String reason) -> {
                console.err().println(reason);
                yield ExitCode.FAULT;
            }
        };
    }

    /** The log is a file, because the screen belongs to the chat. */
    private static Logging logging(Config config, Console console) {
        try {
            return Logging.toFile(config.log().file(), config.log().level());
        } catch (IOException e) {
            console.err().println("Warning: " + config.log().file() + " cannot be written, so there is no log.");
            return Logging.to(console.err(), Level.OFF);
        }
    }

    @Override
    public int serve(Config config, Console console) {
        return new Serving(config, console, clock, ConfiguredPlatforms::of).run(end);
    }

    @Override
    public int rehearse(Config config, Console console) {
        int code = chat(config, Optional.empty(), console);
        try (var _ = logging(config, console)) {
            Rehearsal.serve(config, clock);
        }
        return code;
    }

    @Override
    public int backup(Config config, Path file, Console console) {
        return DatabaseWork.backup(config, file, console);
    }

    @Override
    public int move(Config config, String from, String to, Console console) {
        return DatabaseWork.move(config, from, to, console);
    }

    @Override
    public int checkContent(Optional<Path> folder, Console console) {
        return ContentCheck.run(folder, console);
    }

    @Override
    public int previewContent(Config config, String exercise, Path out, Console console) {
        return ContentPreview.run(config.content().directory(), exercise, out, console);
    }
}
