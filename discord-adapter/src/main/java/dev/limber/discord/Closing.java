package dev.limber.discord;

/** What it means that Discord closes a connection for good. */
final class Closing {
    private static final int WRONG_TOKEN = 4004;
    private static final int INVALID_SHARD = 4010;
    private static final int SHARDING_REQUIRED = 4011;
    private static final int INVALID_VERSION = 4012;
    private static final int INVALID_INTENTS = 4013;
    private static final int DISALLOWED_INTENTS = 4014;

    private Closing() {}

    /** @return one sentence that says what to do */
    static String reason(int code) {
        return switch (code) {
            case WRONG_TOKEN ->
                "Discord does not take this token any more: check LIMBER_DISCORD_TOKEN against the page Bot of the"
                        + " developer portal.";
            case INVALID_SHARD, SHARDING_REQUIRED ->
                "Discord wants the servers parted in another way: set LIMBER_DISCORD_SHARDS to auto, or to more"
                        + " shards.";
            case INVALID_VERSION, INVALID_INTENTS ->
                "Discord does not take what this Limber asks for: there is surely a newer one.";
            case DISALLOWED_INTENTS ->
                "Discord does not let this bot read all messages: switch on the Message Content Intent on the page Bot"
                        + " of the developer portal, or leave out LIMBER_DISCORD_MESSAGE_CONTENT.";
            default -> "Discord has ended the connection for good, with the code " + code + ".";
        };
    }
}
