package dev.limber.discord.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The first answer to an interaction. */
final class InteractionCalls {
    private static final int REPLY = 4;
    private static final int DEFERRED_REPLY = 5;
    private static final int DEFERRED_UPDATE = 6;
    private static final int UPDATE = 7;
    private static final int CHOICES = 8;
    static final int REPLY_FLAGS =
            Content.SUPPRESS_EMBEDS | Content.SUPPRESS_NOTIFICATIONS | Content.COMPONENTS_V2 | Content.EPHEMERAL;

    private final World world;

    InteractionCalls(World world) {
        this.world = world;
    }

    Answer acknowledge(Request request) {
        Interaction interaction = world.interactions()
                .find(request.param("interaction_token"))
                .filter(each -> request.id("interaction_id").equals(OptionalLong.of(each.id())))
                .orElseThrow(() -> Refusal.of(Trouble.UNKNOWN_INTERACTION));
        interaction.checkOpen();
        int type = request.body().path("type").asInt();
        Form form = new Form(request.unknown());
        if (!allowed(interaction.source().kind()).contains(type)) {
            form.fault(
                    "type",
                    "BASE_TYPE_CHOICES",
                    "Value must be one of " + allowed(interaction.source().kind()));
            form.check();
        }
        switch (type) {
            case REPLY -> reply(interaction, request, form);
            case DEFERRED_REPLY -> think(interaction, request, form);
            case UPDATE -> update(interaction, request, form);
            case CHOICES -> propose(interaction, request, form);
            default -> deferUpdate(interaction);
        }
        world.watch(watcher -> watcher.acknowledged(interaction));
        return request.asks("with_response") ? Answer.of(InteractionForms.callback(interaction, type)) : Answer.done();
    }

    private static Set<Integer> allowed(Interaction.Kind kind) {
        return switch (kind) {
            case COMMAND -> Set.of(REPLY, DEFERRED_REPLY);
            case COMPONENT -> Set.of(REPLY, DEFERRED_REPLY, DEFERRED_UPDATE, UPDATE);
            case TYPING -> Set.of(CHOICES);
        };
    }

    private void reply(Interaction interaction, Request request, Form form) {
        JsonNode data = request.body().path("data");
        form.known("data", data, "IncomingWebhookInteractionRequest");
        Content content = new Draft(world, form, "data", data, request.files(), Optional.empty()).read(REPLY_FLAGS);
        interaction.acknowledge(REPLY);
        interaction.setOriginal(interaction.channel().say(frame(interaction, data), content));
    }

    private void think(Interaction interaction, Request request, Form form) {
        JsonNode data = request.body().path("data");
        if ((data.path("flags").asInt() & ~REPLY_FLAGS) != 0) {
            form.fault("data.flags", "MESSAGE_FLAGS_INVALID", "Some of these flags cannot be set here.");
        }
        form.check();
        interaction.acknowledge(DEFERRED_REPLY);
        interaction.setOriginal(interaction.channel().say(frame(interaction, data), Content.text(""), true, ""));
    }

    /** What answers a press replies to the message that was pressed. */
    private static Posted.Frame frame(Interaction interaction, JsonNode data) {
        boolean ephemeral = (data.path("flags").asInt() & Content.EPHEMERAL) != 0;
        Posted.Frame frame = Posted.Frame.byBot(interaction.channel()).answering(interaction, ephemeral);
        return interaction.pressed().map(each -> frame.replying(each, false)).orElse(frame);
    }

    private static void deferUpdate(Interaction interaction) {
        interaction.acknowledge(DEFERRED_UPDATE);
        interaction.pressed().ifPresent(interaction::setOriginal);
    }

    private void update(Interaction interaction, Request request, Form form) {
        Posted pressed = interaction
                .pressed()
                .filter(each -> !each.deleted())
                .orElseThrow(() -> Refusal.of(Trouble.UNKNOWN_MESSAGE));
        JsonNode data = request.body().path("data");
        form.known("data", data, "IncomingWebhookUpdateForInteractionCallbackRequestPartial");
        Content content =
                new Draft(world, form, "data", data, request.files(), Optional.of(pressed.content())).read(REPLY_FLAGS);
        interaction.acknowledge(UPDATE);
        interaction.setOriginal(pressed);
        pressed.channel().edit(pressed, content);
    }

    private static void propose(Interaction interaction, Request request, Form form) {
        JsonNode choices = request.body().path("data").path("choices");
        form.size("data.choices", choices.size(), 0, Table.TABLE.limit("choices"));
        List<String> names = new ArrayList<>();
        int index = 0;
        for (JsonNode each : choices) {
            String path = "data.choices." + index++;
            names.add(form.required(path, each, "name", Table.TABLE.limit("choiceText")));
            if (each.path("value").isTextual()) {
                form.required(path, each, "value", Table.TABLE.limit("choiceText"));
            }
        }
        form.check();
        interaction.acknowledge(CHOICES);
        interaction.suggest(names);
    }
}
