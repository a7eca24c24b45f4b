package dev.limber.telegram.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * One list of commands that people see.
 *
 * @param scope with its type, and the chat and user where it is about one
 * @param language of two letters; empty for all who have no list of their own
 * @param descriptions by command, in the order of the list
 */
public record PublishedCommands(JsonNode scope, String language, Map<String, String> descriptions) {}
