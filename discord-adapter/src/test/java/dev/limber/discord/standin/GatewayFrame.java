package dev.limber.discord.standin;

/**
 * A payload that crossed the line.
 *
 * @param fromClient whether the client sent it
 */
public record GatewayFrame(boolean fromClient, String text) {}
