package dev.limber.core.session;

import dev.limber.core.nudge.NudgeRule;

/**
 * When a chat is nudged.
 *
 * @param id unique among those of the chat
 */
public record ChatNudge(String id, NudgeRule rule) {
    public boolean isRecurring() {
        return rule instanceof NudgeRule.Recurring;
    }
}
