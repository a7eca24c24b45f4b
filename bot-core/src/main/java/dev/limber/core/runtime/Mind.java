package dev.limber.core.runtime;

import dev.limber.core.chat.Body;
import dev.limber.core.chat.IncomingMessage;
import dev.limber.core.chat.Suggestion;
import dev.limber.core.coach.Coach;
import dev.limber.core.coach.Context;
import dev.limber.core.coach.Decision;
import dev.limber.core.coach.Defaults;
import dev.limber.core.coach.GroupCoach;
import dev.limber.core.coach.ZoneAtlas;
import dev.limber.core.session.Subject;
import dev.limber.core.session.UserState;
import dev.limber.core.text.Content;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Who decides, and with what.
 *
 * @param groups decides what a chat's members share
 * @param content asked anew for each turn, for it may be read again meanwhile
 */
public record Mind(
        Decider decider,
        Suggester suggester,
        Optional<GroupCoach> groups,
        Supplier<Content> content,
        Defaults defaults,
        ZoneAtlas zones) {
    /** One for which everything is a matter of single people, and that knows no places. */
    public Mind(Decider decider, Suggester suggester, Supplier<Content> content, Defaults defaults) {
        this(decider, suggester, Optional.empty(), content, defaults, ZoneAtlas.none());
    }

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

    /** Whose turn a message is. */
    Subject subjectOf(IncomingMessage message) {
        return groups.filter(coach -> coach.concerns(message, content.get()))
                .<Subject>map(_ -> new Subject.Group(message.address()))
                .orElseGet(() -> new Subject.Person(message.user()));
    }

    public static Mind of(Coach coach, Supplier<Content> content, Defaults defaults) {
        return of(coach, content, defaults, ZoneAtlas.none());
    }

    public static Mind of(Coach coach, Supplier<Content> content, Defaults defaults, ZoneAtlas zones) {
        return new Mind(coach::decide, coach::suggest, Optional.of(new GroupCoach()), content, defaults, zones);
    }
}
