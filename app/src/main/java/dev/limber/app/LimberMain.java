package dev.limber.app;

import dev.limber.app.cli.Console;
import dev.limber.app.cli.LimberCommand;
import dev.limber.app.config.Machine;
import dev.limber.app.logging.Logging;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;

/** Where the process begins. */
public final class LimberMain {
    private LimberMain() {}

    /** Does what the command line says, and ends the process with one of the codes of the command line. */
    public static void main(String[] arguments) {
        Logging.outlastTheEnd();
        System.exit(LimberCommand.run(thisProcess(), new Wiring(InstantSource.system()), arguments));
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
