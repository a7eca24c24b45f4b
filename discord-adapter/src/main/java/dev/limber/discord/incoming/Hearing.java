package dev.limber.discord.incoming;

import dev.limber.discord.api.MessageIds;
import dev.limber.discord.api.Place;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageReference;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;

/** Reads the events of JDA. */
final class Hearing {
    private Hearing() {}

    static Heard.Called of(SlashCommandInteractionEvent event) {
        // A command has one option at most.
        List<OptionMapping> options = event.getOptions();
        return new Heard.Called(
                frame(event),
                event.getToken(),
                event.getName(),
                options.isEmpty() ? "" : options.getFirst().getAsString().strip());
    }

    static Heard.Pressed of(ButtonInteractionEvent event) {
        Heard.Frame frame = frame(event);
        Message message = event.getMessage();
        MessageIds.Reach reach = message.isEphemeral()
                ? MessageIds.Reach.HIDDEN
                : frame.place().kind() == Place.Kind.VISITED ? MessageIds.Reach.VISITED : MessageIds.Reach.CHANNEL;
        return new Heard.Pressed(
                frame, event.getToken(), new MessageIds(reach, message.getIdLong()), event.getComponentId());
    }

    /** @param language of the person's client, where something else told it */
    static Heard.Wrote of(MessageReceivedEvent event, Optional<Locale> language) {
        Message message = event.getMessage();
        // Whether a reply mentions us stands in no text, so that the author of what it replies to has to be looked at.
        boolean replyToUs = Optional.ofNullable(message.getMessageReference())
                .map(MessageReference::getMessage)
                .filter(replied -> replied.getAuthor().equals(event.getJDA().getSelfUser()))
                .isPresent();
        var frame = new Heard.Frame(event.getMessageIdLong(), event.getAuthor().getIdLong(), place(event), language);
        return new Heard.Wrote(frame, message.getContentRaw(), replyToUs);
    }

    static Place place(MessageReceivedEvent event) {
        return new Place(
                event.isFromGuild() ? Place.Kind.SERVER : Place.Kind.DIRECT,
                event.getChannel().getIdLong());
    }

    private static Heard.Frame frame(Interaction event) {
        return new Heard.Frame(
                event.getIdLong(),
                event.getUser().getIdLong(),
                new Place(kind(event), event.getChannelIdLong()),
                Optional.of(event.getUserLocale().toLocale()));
    }

    private static Place.Kind kind(Interaction event) {
        if (event.getContext() == InteractionContextType.BOT_DM) {
            return Place.Kind.DIRECT;
        }
        Optional<Guild> guild = Optional.ofNullable(event.getGuild());
        return guild.filter(server -> !server.isDetached()).isPresent() ? Place.Kind.SERVER : Place.Kind.VISITED;
    }
}
