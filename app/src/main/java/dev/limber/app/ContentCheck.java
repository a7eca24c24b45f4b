package dev.limber.app;

import dev.limber.app.cli.Console;
import dev.limber.app.cli.ExitCode;
import dev.limber.core.exercise.Catalog;
import dev.limber.core.exercise.Fault;
import dev.limber.core.text.Content;
import dev.limber.core.text.ContentReader;
import dev.limber.core.text.ContentReading;
import dev.limber.core.text.Pack;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code limber content check}: shows an author all that is wrong with a pack. */
final class ContentCheck {
    private ContentCheck() {}

    /** @param folder an author's pack, read over the built-in one; without it the built-in one is meant */
    static int run(Optional<Path> folder, Console console) {
        List<Pack> packs =
                folder.map(own -> List.of(Pack.builtIn(), Pack.ofFolder(own))).orElseGet(() -> List.of(Pack.builtIn()));
        String name = folder.map(Path::toString).orElse("The built-in pack");
        return switch (ContentReader.read(packs)) {
            case ContentReading.Refused(List<Fault> faults) -> {
                faults.forEach(console.out()::println);
                console.out().println(name + " cannot be used: " + counted(faults) + ".");
                yield ExitCode.FAULT;
            }
            case ContentReading.Accepted(Content content, List<Fault> warnings) -> {
                warnings.forEach(console.out()::println);
                console.out()
                        .println(name + " is fine" + (warnings.isEmpty() ? "" : ", with " + counted(warnings)) + ": "
                                + size(content) + ".");
                yield ExitCode.FINE;
            }
        };
    }

    /** Who writes a pack wants to hear at once that it is not served; the log has the details. */
    static void warnOfRefusal(Optional<Path> folder, Console console) {
        folder.flatMap(ContentCheck::findRefusal)
                .ifPresent(refusal -> console.err().println("Warning: " + refusal));
    }

    /** In one sentence, that a pack cannot be served, if so. */
    private static Optional<String> findRefusal(Path folder) {
        return switch (ContentReader.read(List.of(Pack.builtIn(), Pack.ofFolder(folder)))) {
            case ContentReading.Accepted accepted -> Optional.empty();
            case ContentReading.Refused(List<Fault> faults) ->
                Optional.of("the pack in " + folder + " has " + counted(faults)
                        + " and is not served; 'limber content check " + folder + "' shows all.");
        };
    }

    private static String counted(List<Fault> faults) {
        long warnings = faults.stream()
                .filter(fault -> fault.severity() == Fault.Severity.WARNING)
                .count();
        long errors = faults.size() - warnings;
        String of = errors == 0 ? "" : number(errors, "fault");
        return warnings == 0 ? of : of + (of.isEmpty() ? "" : ", ") + number(warnings, "warning");
    }

    private static String size(Content content) {
        Catalog catalog = content.catalog();
        return number(catalog.exercises().size(), "exercise") + ", "
                + number(catalog.routines().size(), "routine") + ", "
                + number(content.phrasebook().languages().size(), "language");
    }

    private static String number(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
