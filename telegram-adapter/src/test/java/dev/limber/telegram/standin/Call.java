package dev.limber.telegram.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;

/**
 * One call of the bot.
 *
 * @param method as the documentation spells it
 * @param params in their JSON types, however they came; an upload is an object of file_name, size and sha256
 * @param status of HTTP; 0 where the connection was cut without an answer
 * @param took with all delays
 * @param port at which it came in, see {@link BotApi#openDoor}
 */
public record Call(String method, JsonNode params, int status, Instant at, Duration took, int port) {}
