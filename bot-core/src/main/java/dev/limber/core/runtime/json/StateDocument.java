package dev.limber.core.runtime.json;

import dev.limber.core.session.Dialogue;
import dev.limber.core.session.Lock;
import dev.limber.core.session.Nudges;
import dev.limber.core.session.Offer;
import dev.limber.core.session.Pace;
import dev.limber.core.session.Plan;
import dev.limber.core.session.Preferences;
import dev.limber.core.session.Screening;
import dev.limber.core.session.Stretch;
import dev.limber.core.session.UserState;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A {@link UserState} as it is stored: without its plan, which is written once and read often. */
record StateDocument(
        Optional<Locale> language,
        Optional<ZoneId> zone,
        Preferences preferences,
        Optional<Screening> screening,
        Optional<Lock> lock,
        Optional<StretchDocument> stretch,
        Dialogue dialogue,
        List<Offer> offers,
        int revision,
        Optional<Instant> unreachableSince,
        Optional<Nudges> nudges) {

    record StretchDocument(
            int step, Set<Integer> skipped, Pace pace, int beat, Instant startedAt, Instant lastActive, boolean alone) {
        static StretchDocument of(Stretch stretch) {
            return new StretchDocument(
                    stretch.step(),
                    stretch.skipped(),
                    stretch.pace(),
                    stretch.beat(),
                    stretch.startedAt(),
                    stretch.lastActive(),
                    stretch.alone());
        }

        /** @throws UnreadableDocumentException where there is no plan */
        Stretch with(Optional<Plan> plan) {
            return new Stretch(
                    plan.orElseThrow(() -> new UnreadableDocumentException(
                            "a stored state has a routine under way whose plan is not there: restore a backup")),
                    step,
                    skipped,
                    pace,
                    beat,
                    startedAt,
                    lastActive,
                    alone);
        }
    }

    static StateDocument of(UserState state) {
        return new StateDocument(
                state.language(),
                state.zone(),
                state.preferences(),
                state.screening(),
                state.lock(),
                state.stretch().map(StretchDocument::of),
                state.dialogue(),
                state.offers(),
                state.revision(),
                state.unreachableSince(),
                Optional.of(state.nudges()).filter(nudges -> !nudges.equals(Nudges.none())));
    }

    /** @throws UnreadableDocumentException where a routine is under way and there is no plan for it */
    UserState with(Optional<Plan> plan) {
        Optional<Stretch> whole = stretch.map(part -> part.with(plan));
        return new UserState(
                language,
                zone,
                preferences,
                screening,
                lock,
                whole,
                dialogue,
                offers,
                revision,
                unreachableSince,
                nudges.orElseGet(Nudges::none));
    }
}
