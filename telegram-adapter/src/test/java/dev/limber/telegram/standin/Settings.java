package dev.limber.telegram.standin;

import java.time.Duration;
import java.time.InstantSource;

/**
 * How a stand-in is set up.
 *
 * @param token the only one that is accepted
 * @param anyToken whether any other well-formed token is accepted, too
 * @param port 0 for any that is free
 * @param answerDelay how long each answer takes beyond the work itself
 * @param recordCalls how many of the latest calls are kept
 * @param keepMessages how many of the latest messages of each chat are kept; older ones are gone for the bot
 * @param clock tells the dates of messages and how long updates and callback queries wait; waiting itself is real
 * @param webhookRetry the pause before a refused update is sent again; it doubles up to 32 times its length
 * @param webhookTimeout how long the receiver of a webhook may take to answer
 */
public record Settings(
        String token,
        boolean anyToken,
        String username,
        int port,
        Duration answerDelay,
        int recordCalls,
        int keepMessages,
        InstantSource clock,
        Duration webhookRetry,
        Duration webhookTimeout) {

    public static Settings defaults() {
        return new Settings(
                "123456:test-token",
                false,
                "limber_bot",
                0,
                Duration.ZERO,
                20_000,
                5_000,
                InstantSource.system(),
                Duration.ofMillis(50),
                Duration.ofSeconds(10));
    }

    public Settings withToken(String changed) {
        return new Settings(
                changed,
                anyToken,
                username,
                port,
                answerDelay,
                recordCalls,
                keepMessages,
                clock,
                webhookRetry,
                webhookTimeout);
    }

    public Settings withAnyToken() {
        return new Settings(
                token,
                true,
                username,
                port,
                answerDelay,
                recordCalls,
                keepMessages,
                clock,
                webhookRetry,
                webhookTimeout);
    }

    public Settings withUsername(String changed) {
        return new Settings(
                token,
                anyToken,
                changed,
                port,
                answerDelay,
                recordCalls,
                keepMessages,
                clock,
                webhookRetry,
                webhookTimeout);
    }

    public Settings withPort(int changed) {
        return new Settings(
                token,
                anyToken,
                username,
                changed,
                answerDelay,
                recordCalls,
                keepMessages,
                clock,
                webhookRetry,
                webhookTimeout);
    }

    public Settings withAnswerDelay(Duration changed) {
        return new Settings(
                token,
                anyToken,
                username,
                port,
                changed,
                recordCalls,
                keepMessages,
                clock,
                webhookRetry,
                webhookTimeout);
    }

    public Settings withRecordCalls(int changed) {
        return new Settings(
                token,
                anyToken,
                username,
                port,
                answerDelay,
                changed,
                keepMessages,
                clock,
                webhookRetry,
                webhookTimeout);
    }

    public Settings withKeepMessages(int changed) {
        return new Settings(
                token,
                anyToken,
                username,
                port,
                answerDelay,
                recordCalls,
                changed,
                clock,
                webhookRetry,
                webhookTimeout);
    }

    public Settings withClock(InstantSource changed) {
        return new Settings(
                token,
                anyToken,
                username,
                port,
                answerDelay,
                recordCalls,
                keepMessages,
                changed,
                webhookRetry,
                webhookTimeout);
    }

    public Settings withWebhookRetry(Duration changed) {
        return new Settings(
                token,
                anyToken,
                username,
                port,
                answerDelay,
                recordCalls,
                keepMessages,
                clock,
                changed,
                webhookTimeout);
    }

    public Settings withWebhookTimeout(Duration changed) {
        return new Settings(
                token, anyToken, username, port, answerDelay, recordCalls, keepMessages, clock, webhookRetry, changed);
    }
}
