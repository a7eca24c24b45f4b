package dev.limber.discord.standin;

import java.util.Optional;
import java.util.OptionalLong;

/** The calls by an interaction's token: its answer, and what follows. */
final class WebhookCalls {
    private final World world;

    WebhookCalls(World world) {
        this.world = world;
    }

    /** While the bot still thinks, what follows fills in the answer. */
    Answer followUp(Request request) {
        Interaction interaction = interaction(request);
        Optional<Posted> thinking = interaction.reply().filter(each -> each.isThinking() && !each.deleted());
        Posted message;
        if (thinking.isPresent()) {
            message = thinking.get();
            change(message, request);
        } else {
            interaction.checkFollowUp();
            message = say(interaction, request);
        }
        return request.asks("wait") ? Answer.of(MessageForms.message(message)) : Answer.done();
    }

    private Posted say(Interaction interaction, Request request) {
        Form form = new Form(request.unknown());
        Content content = new Draft(world, form, "", request.body(), request.files(), Optional.empty())
                .read(InteractionCalls.REPLY_FLAGS);
        boolean ephemeral = (request.body().path("flags").asInt() & Content.EPHEMERAL) != 0;
        Posted.Frame frame = Posted.Frame.byBot(interaction.channel()).answering(interaction, ephemeral);
        Posted said = interaction
                .channel()
                .say(interaction.reply().map(to -> frame.replying(to, false)).orElse(frame), content);
        interaction.addFollowUp(said);
        return said;
    }

    Answer message(Request request) {
        return Answer.of(MessageForms.message(existing(request)));
    }

    Answer edit(Request request) {
        Posted message = existing(request);
        change(message, request);
        return Answer.of(MessageForms.message(message));
    }

    private void change(Posted message, Request request) {
        Form form = new Form(request.unknown());
        Content content = new Draft(world, form, "", request.body(), request.files(), Optional.of(message.content()))
                .read(InteractionCalls.REPLY_FLAGS);
        message.channel().edit(message, content);
    }

    Answer delete(Request request) {
        Posted message = existing(request);
        message.channel().remove(message);
        return Answer.done();
    }

    private Interaction interaction(Request request) {
        if (!request.id("webhook_id").equals(OptionalLong.of(world.botId()))) {
            throw Refusal.of(Trouble.UNKNOWN_WEBHOOK);
        }
        Interaction interaction = world.interactions()
                .find(request.param("webhook_token"))
                .filter(each -> !each.isExpired())
                .orElseThrow(() -> Refusal.of(Trouble.INVALID_WEBHOOK_TOKEN));
        if (!interaction.isAcknowledged() || interaction.source().kind() == Interaction.Kind.TYPING) {
            throw Refusal.of(Trouble.UNKNOWN_WEBHOOK);
        }
        return interaction;
    }

    private Posted existing(Request request) {
        Interaction interaction = interaction(request);
        Optional<Posted> found = request.params().containsKey("message_id")
                ? interaction.find(request.id("message_id").orElse(0))
                : interaction.reply().filter(each -> !each.deleted());
        return found.orElseThrow(() -> Refusal.of(Trouble.UNKNOWN_MESSAGE));
    }
}
