package dev.limber.core.exercise;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong in a pack, so that an author reads all of it at once. Not thread-safe. */
public final class Faults {
    private static final Comparator<Fault> BY_PLACE =
            Comparator.comparing(Fault::file).thenComparingInt(Fault::line).thenComparing(Fault::path);

    private final List<Fault> all = new ArrayList<>();

    /** Something that refuses the pack. */
    public void error(Place at, String problem, String hint) {
        all.add(new Fault(Fault.Severity.ERROR, at.file(), at.line(), at.path(), problem, hint));
    }

    /** Something that the author should know; the pack is served all the same. */
    public void warning(Place at, String problem, String hint) {
        all.add(new Fault(Fault.Severity.WARNING, at.file(), at.line(), at.path(), problem, hint));
    }

    public void addAll(Collection<Fault> others) {
        all.addAll(others);
    }

    public boolean hasErrors() {
        return all.stream().anyMatch(fault -> fault.severity() == Fault.Severity.ERROR);
    }

    /** All of them, by file and line. */
    public List<Fault> sorted() {
        return all.stream().sorted(BY_PLACE).toList();
    }
}
