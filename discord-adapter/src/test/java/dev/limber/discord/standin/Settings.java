package dev.limber.discord.standin;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;

/**
 * How a stand-in is set up.
 *
 * @param tokens those that are accepted; any is, where there is none
 * @param port 0 for any that is free
 * @param answerDelay how long each answer takes beyond the work itself
 * @param recordCalls how many of the latest calls are kept
 * @param keepMessages how many of the latest messages of each channel are kept; older ones are gone for the bot
 * @param paced whether the pace of each route is limited; otherwise the headers are there, and generous
 * @param clock tells the dates of messages and how long interactions wait; waiting itself, and the pace, are real
 */
public record Settings(
        Set<String> tokens,
        String botName,
        int port,
        Duration answerDelay,
        int recordCalls,
        int keepMessages,
        boolean paced,
        InstantSource clock) {

    public Settings {
        tokens = Set.copyOf(tokens);
    }

    public static Settings defaults() {
        return new Settings(
                Set.of("test-token"), "Limber", 0, Duration.ZERO, 20_000, 5_000, false, InstantSource.system());
    }

    public Settings withTokens(String... changed) {
        return new Settings(Set.of(changed), botName, port, answerDelay, recordCalls, keepMessages, paced, clock);
    }

    public Settings withAnyToken() {
        return withTokens();
    }

    public Settings withBotName(String changed) {
        return new Settings(tokens, changed, port, answerDelay, recordCalls, keepMessages, paced, clock);
    }

    public Settings withPort(int changed) {
        return new Settings(tokens, botName, changed, answerDelay, recordCalls, keepMessages, paced, clock);
    }

    public Settings withAnswerDelay(Duration changed) {
        return new Settings(tokens, botName, port, changed, recordCalls, keepMessages, paced, clock);
    }

    /** With 0 none is kept, which is quicker. */
    public Settings withRecordedCalls(int changed) {
        return new Settings(tokens, botName, port, answerDelay, changed, keepMessages, paced, clock);
    }

    public Settings withKeptMessages(int changed) {
        return new Settings(tokens, botName, port, answerDelay, recordCalls, changed, paced, clock);
    }

    /** With the pace of each route limited, such as five messages in five seconds for each channel. */
    public Settings withPaces() {
        return new Settings(tokens, botName, port, answerDelay, recordCalls, keepMessages, true, clock);
    }

    public Settings withClock(InstantSource changed) {
        return new Settings(tokens, botName, port, answerDelay, recordCalls, keepMessages, paced, changed);
    }
}
