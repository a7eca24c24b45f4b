package dev.limber.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code limber content preview}. */
@Command(
        name = "preview",
        description = {
            "Draws the pictures of an exercise, and its end from many cameras,",
            "from the pack in LIMBER_CONTENT_DIR or else the built-in one."
        })
final class ContentPreviewCommand implements Callable<Integer> {
    private final Console console;
    private final Work work;

    @Parameters(
            index = "0",
            paramLabel = "EXERCISE",
            description = "Such as 'seal'; a set-up or a pose file, such as 'seal-easier', will do as well.")
    private String exercise = "";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where to put the pictures (limber-preview in this folder).")
    private Path out = Path.of("limber-preview");

    ContentPreviewCommand(Console console, Work work) {
        this.console = console;
        this.work = work;
    }

    @Override
    public Integer call() {
        return Configured.run(console, config -> work.previewContent(config, exercise, out, console));
    }
}
