package dev.limber.app;

import dev.limber.app.cli.Console;
import dev.limber.app.cli.ExitCode;
import dev.limber.app.cli.LimberCommand;
import dev.limber.app.config.Machine;
import dev.limber.app.logging.Logging;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;

/** Where the process begins, and where it ends. */
public final class LimberMain {
    /** A little more than all steps of closing may take together. */
    private static final Duration LONGEST_END = Duration.ofSeconds(11);

    private LimberMain() {}

    /** Does what the command line says, and ends the process with one of the codes of the command line. */
    public static void main(String[] arguments) {
        Logging.outlastTheEnd();
        var work = new Wiring(InstantSource.system(), LimberMain::endWhenTold);
        System.exit(LimberCommand.run(thisProcess(), work, arguments));
    }

    /** What has begun closes itself meanwhile. Nothing may keep the process from ending, however often it is told to. */
    private static void endWhenTold() {
        Thread.ofPlatform().daemon().name("impatience").start(LimberMain::endAnyway);
        System.exit(ExitCode.FINE);
    }

    private static void endAnyway() {
        try {
            Thread.sleep(LONGEST_END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(ExitCode.FAULT);
    }

    private static Console thisProcess() {
        var machine = new Machine(
                System.getenv(),
                Path.of(System.getProperty("user.home")),
                Path.of("").toAbsolutePath(),
                Optional.ofNullable(System.getProperty("user.name")),
                ZoneId.systemDefault());
        return new Console(machine, System.in, System.out, System.err);
    }
}
