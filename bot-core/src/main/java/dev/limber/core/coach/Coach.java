package dev.limber.core.coach;

import dev.limber.core.chat.Body;
import dev.limber.core.chat.CommandSpec;
import dev.limber.core.chat.Suggestion;
import dev.limber.core.session.UserState;
import dev.limber.core.text.Content;
import java.util.List;

/** Decides every turn of every conversation. */
public final class Coach {
    /** All commands, in the order of the help. */
    public List<CommandSpec> commands(Content content) {
        return List.of();
    }

    /** What to say and remember when {@code body} reaches somebody in {@code state}. */
    public Decision decide(UserState state, Body body, Context context) {
        return new Decision(state, List.of());
    }

    /** Completions for a command's argument, best first, at most 25. */
    public List<Suggestion> suggest(UserState state, String command, String typed, Context context) {
        return List.of();
    }
}
