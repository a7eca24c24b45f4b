package dev.limber.core.coach;

import dev.limber.core.session.UserState;
import java.util.List;

/** The outcome of one turn: the person's new state, and what the world must do, in order. */
public record Decision(UserState state, List<Effect> effects) {
    public Decision {
        effects = List.copyOf(effects);
    }
}
