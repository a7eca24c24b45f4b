package dev.limber.core.text;

import dev.limber.core.exercise.Fault;
import java.util.List;

/** What became of reading packs. */
public sealed interface ContentReading {
    /** @param warnings what the author should know all the same */
    record Accepted(Content content, List<Fault> warnings) implements ContentReading {
        public Accepted {
            warnings = List.copyOf(warnings);
        }
    }

    /** @param faults all that is wrong, warnings included, by file and line */
    record Refused(List<Fault> faults) implements ContentReading {
        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
