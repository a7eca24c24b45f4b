package dev.limber.discord.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One call of the bot.
 *
 * @param route the name of the official operation, such as {@code create_message}
 * @param path without the query
 * @param body the JSON; an empty object where there is none
 * @param files the names of those that came with it
 * @param status of HTTP; 0 where the connection was cut without an answer
 * @param took with all delays
 */
public record Call(
        String route, String path, JsonNode body, List<String> files, int status, Instant at, Duration took) {}
