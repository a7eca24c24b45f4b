package dev.limber.discord.standin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A route of the REST API.
 *
 * @param name the official operation's
 * @param segments such as {@code channels} and <code>{channel_id}</code>
 * @param open whether it works without the bot's token
 * @param body the name of the shape that the body has
 */
record Route(
        String name, String method, List<String> segments, boolean open, Optional<String> body, Optional<Pace> paced) {
    /** So many calls in so many seconds. */
    record Pace(int limit, int seconds) {}

    /** The parameters where the path is this route's. */
    Optional<Map<String, String>> match(List<String> path) {
        if (path.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> params = new HashMap<>();
        for (int i = 0; i < path.size(); i++) {
            String segment = segments.get(i);
            if (segment.startsWith("{")) {
                params.put(segment.substring(1, segment.length() - 1), path.get(i));
            } else if (!segment.equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(params);
    }

    /** As the official description writes it. */
    String path() {
        return "/" + String.join("/", segments);
    }
}
