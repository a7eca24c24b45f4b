package dev.limber.core.runtime.json;

import dev.limber.core.chat.UserId;
import dev.limber.core.session.Attendance;
import dev.limber.core.session.ChatNudge;
import dev.limber.core.session.ChatState;
import dev.limber.core.session.Plan;
import dev.limber.core.session.Silence;
import dev.limber.core.session.Together;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A {@link ChatState} as it is stored: without the plan of what is done together, which is written once and read often. */
record ChatDocument(
        Optional<Locale> language,
        Optional<ZoneId> zone,
        List<ChatNudge> nudges,
        Optional<Silence> silence,
        int ignored,
        Optional<ChatState.Said> lastNudge,
        Attendance attendance,
        Optional<TogetherDocument> together,
        Optional<Instant> lastTogether,
        Optional<ChatState.Before> before,
        int revision) {

    record TogetherDocument(StateDocument.StretchDocument stretch, UserId leader, Set<UserId> members) {}

    static ChatDocument of(ChatState state) {
        return new ChatDocument(
                state.language(),
                state.zone(),
                state.nudges(),
                state.silence(),
                state.ignored(),
                state.lastNudge(),
                state.attendance(),
                state.together()
                        .map(together -> new TogetherDocument(
                                StateDocument.StretchDocument.of(together.stretch()),
                                together.leader(),
                                together.members())),
                state.lastTogether(),
                state.before(),
                state.revision());
    }

    /** @throws UnreadableDocumentException where a routine is under way and there is no plan for it */
    ChatState with(Optional<Plan> plan) {
        return new ChatState(
                language,
                zone,
                nudges,
                silence,
                ignored,
                lastNudge,
                attendance,
                together.map(part -> new Together(part.stretch().with(plan), part.leader(), part.members())),
                lastTogether,
                before,
                revision);
    }
}
