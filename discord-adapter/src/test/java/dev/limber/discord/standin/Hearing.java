package dev.limber.discord.standin;

/** Of which messages a bot gets the content. */
final class Hearing {
    private Hearing() {}

    /**
     * Without the privileged intent the bot gets the content of its own messages, of direct messages, of messages that
     * mention it, and of replies that ping it; a reply to what answered an interaction is none of these.
     */
    static boolean isWithheld(Posted message) {
        World world = message.channel().world();
        return !world.isMessageContentGranted()
                && !message.isByBot()
                && message.channel().kind() != Channel.Kind.BOT_DM
                && !mentions(message, world.botId())
                && !repliesToBot(message);
    }

    private static boolean mentions(Posted message, long botId) {
        String text = message.content().text();
        return text.contains("<@" + botId + ">") || text.contains("<@!" + botId + ">");
    }

    private static boolean repliesToBot(Posted message) {
        return message.frame().pingsReplied()
                && message.repliesTo()
                        .filter(to -> to.isByBot() && !to.isInteractionResponse())
                        .isPresent();
    }
}
