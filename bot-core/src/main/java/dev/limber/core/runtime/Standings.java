package dev.limber.core.runtime;

import dev.limber.core.chat.IncomingMessage;
import dev.limber.core.coach.GroupCoach;
import dev.limber.core.coach.Standing;
import dev.limber.core.session.Subject;
import dev.limber.core.session.SubjectState;
import dev.limber.core.session.UserState;
import java.util.Optional;

/** Finds out what has to be known of a person before a chat's turn is decided. */
final class Standings {
    private final StateCache states;
    private final Mind mind;
    private final Rights rights;

    Standings(StateCache states, Mind mind, Rights rights) {
        this.states = states;
        this.mind = mind;
        this.rights = rights;
    }

    /**
     * May block for a few seconds.
     *
     * @throws StoreException where it cannot be read
     */
    Standing of(Event event) {
        return switch (event.subject()) {
            case Subject.Person _ -> Standing.UNKNOWN;
            case Subject.Group _ -> ofMember(event.message());
        };
    }

    private Standing ofMember(IncomingMessage message) {
        if (GroupCoach.isUnasked(message.body())) {
            return Standing.UNKNOWN;
        }
        boolean asks = mind.groups()
                .filter(coach -> coach.asksForRights(message.body()))
                .isPresent();
        boolean mayManage = asks && rights.mayManage(message.user(), message.address());
        SubjectState known = states.get(new Subject.Person(message.user())).state();
        return known instanceof UserState person
                ? new Standing(mayManage, person.language(), person.zone())
                : new Standing(mayManage, known.language(), Optional.empty());
    }
}
