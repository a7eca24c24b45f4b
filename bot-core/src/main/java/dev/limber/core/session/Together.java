package dev.limber.core.session;

import dev.limber.core.chat.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * A routine that a chat does together.
 *
 * @param stretch of the careful set, for nobody's answers about health are known in a chat; last active when its leader
 *     was
 * @param leader whose word it goes by
 * @param members who said that they are in
 */
public record Together(Stretch stretch, UserId leader, Set<UserId> members) {
    /** A leader who says nothing for so long leaves the lead to anybody. */
    public static final Duration SILENCE = Duration.ofMinutes(10);

    /** So long after a leader's last word nobody is waiting for the next any more. */
    public static final Duration ABANDONED = Duration.ofMinutes(45);

    public Together {
        members = Set.copyOf(members);
    }

    public boolean mayBeLedBy(UserId user, Instant now) {
        return user.equals(leader) || !now.isBefore(stretch.lastActive().plus(SILENCE));
    }

    public boolean isAbandoned(Instant now) {
        return !now.isBefore(stretch.lastActive().plus(ABANDONED));
    }

    public Together with(UserId member) {
        var all = new HashSet<>(members);
        all.add(member);
        return new Together(stretch, leader, all);
    }

    public Together withStretch(Stretch value) {
        return new Together(value, leader, members);
    }

    public Together ledBy(UserId user) {
        return new Together(stretch, user, members);
    }
}
