package dev.limber.core.session;

import dev.limber.core.nudge.NudgeRule;
import java.time.Instant;
import java.util.Optional;

/**
 * What a person set, or put off.
 *
 * @param id tells it from the person's others; at most eight characters of {@code [a-z0-9]}
 * @param since when it was set
 * @param last the occurrence that was taken up last: none at or before it is taken up again, however a clock is set
 */
public record Nudge(String id, NudgeRule rule, NudgePlace place, Instant since, Optional<Instant> last) {
    public boolean recurs() {
        return rule instanceof NudgeRule.Recurring;
    }

    public Nudge withPlace(NudgePlace value) {
        return new Nudge(id, rule, value, since, last);
    }

    public Nudge withLast(Instant value) {
        return new Nudge(id, rule, place, since, Optional.of(value));
    }
}
