package dev.limber.discord.interaction;

import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IMessageEditCallback;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/** How JDA lets an interaction be acknowledged, once. */
public sealed interface Callback {
    IReplyCallback event();

    /**
     * @param event its event
     * @param hidden whether only the caller sees that it is being worked on
     */
    record Command(IReplyCallback event, boolean hidden) implements Callback {}

    record Press(IReplyCallback event, IMessageEditCallback edits) implements Callback {
        /** @param <E> the one event that is both */
        public static <E extends IReplyCallback & IMessageEditCallback> Press of(E event) {
            return new Press(event, event);
        }

        RestAction<InteractionHook> update(MessageEditData message) {
            return edits.editMessage(message);
        }

        RestAction<InteractionHook> nothing() {
            return edits.deferEdit();
        }
    }

    default JDA jda() {
        return event().getJDA();
    }

    default RestAction<InteractionHook> reply(MessageCreateData message, boolean hidden) {
        return event().reply(message).setEphemeral(hidden);
    }

    default RestAction<InteractionHook> think(boolean hidden) {
        return event().deferReply(hidden);
    }
}
