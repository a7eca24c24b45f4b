package dev.limber.core.coach;

import dev.limber.core.session.ChatState;
import java.util.List;

/** The outcome of one turn of a chat: its new state, and what the world must do, in order. */
public record GroupDecision(ChatState state, List<Effect> effects) {
    public GroupDecision {
        effects = List.copyOf(effects);
    }
}
