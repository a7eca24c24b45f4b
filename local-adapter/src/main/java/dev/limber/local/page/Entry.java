package dev.limber.local.page;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Something said in a conversation.
 *
 * @param number of the change that made it what it is; grows with each change of the conversation
 * @param key stays the same when it is edited
 * @param own whether the person said it
 * @param at when, in milliseconds since 1970
 * @param content as {@link Wire} writes it
 */
record Entry(long number, String key, boolean own, long at, JsonNode content) {}
