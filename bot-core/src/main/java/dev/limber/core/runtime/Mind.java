package dev.limber.core.runtime;

import dev.limber.core.chat.Body;
import dev.limber.core.chat.Suggestion;
import dev.limber.core.coach.Coach;
import dev.limber.core.coach.Context;
import dev.limber.core.coach.Decision;
import dev.limber.core.coach.Defaults;
import dev.limber.core.session.UserState;
import dev.limber.core.text.Content;
import java.util.List;
import java.util.function.Supplier;

/**
 * Who decides, and with what.
 *
 * @param content asked anew for each turn, for it may be read again meanwhile
 */
public record Mind(Decider decider, Suggester suggester, Supplier<Content> content, Defaults defaults) {
    /** See {@link Coach#decide}. */
    @FunctionalInterface
    public interface Decider {
        Decision decide(UserState state, Body body, Context context);
    }

    /** See {@link Coach#suggest}. */
    @FunctionalInterface
    public interface Suggester {
        List<Suggestion> suggest(UserState state, String command, String typed, Context context);
    }

    public static Mind of(Coach coach, Supplier<Content> content, Defaults defaults) {
        return new Mind(coach::decide, coach::suggest, content, defaults);
    }
}
