package dev.limber.discord.standin;

import java.util.function.Supplier;

/** What each route does. */
final class Methods {
    private final SelfCalls self;
    private final ChannelCalls channels;
    private final InteractionCalls interactions;
    private final WebhookCalls webhooks;

    Methods(World world, Supplier<String> gatewayUrl) {
        self = new SelfCalls(world, gatewayUrl);
        channels = new ChannelCalls(world);
        interactions = new InteractionCalls(world);
        webhooks = new WebhookCalls(world);
    }

    /** @throws Refusal where Discord says no */
    Answer call(Request request) {
        request.route().body().ifPresent(shape -> new Form(request.unknown()).known("", request.body(), shape));
        return switch (request.route().name()) {
            case "get_gateway" -> self.gateway();
            case "get_bot_gateway" -> self.gatewayForBot();
            case "get_my_user" -> self.self();
            case "get_my_application", "get_my_oauth2_application" -> self.application();
            case "list_application_commands" -> self.commands(request);
            case "bulk_set_application_commands" -> self.publish(request);
            case "create_dm" -> self.openDm(request);
            case "get_guild_member" -> self.member(request);
            case "get_channel" -> channels.channel(request);
            case "list_messages" -> channels.messages(request);
            case "create_message" -> channels.create(request);
            case "get_message" -> channels.message(request);
            case "update_message" -> channels.edit(request);
            case "delete_message" -> channels.delete(request);
            case "trigger_typing_indicator" -> channels.typing(request);
            case "create_interaction_response" -> interactions.acknowledge(request);
            case "execute_webhook" -> webhooks.followUp(request);
            case "get_original_webhook_message", "get_webhook_message" -> webhooks.message(request);
            case "update_original_webhook_message", "update_webhook_message" -> webhooks.edit(request);
            case "delete_original_webhook_message", "delete_webhook_message" -> webhooks.delete(request);
            default ->
                throw new IllegalStateException(
                        "Nobody serves " + request.route().name());
        };
    }
}
