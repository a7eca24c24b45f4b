package dev.limber.discord.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Who is told by a text, and who may be. */
final class Mentions {
    private static final Pattern MENTION = Pattern.compile("@everyone|@here|<@!?([0-9]+)>|<@&([0-9]+)>");

    private final Optional<JsonNode> allowed;

    /** @param allowed what the bot says about it; all is allowed where it says nothing */
    Mentions(Optional<JsonNode> allowed) {
        this.allowed = allowed;
    }

    void check(Form form, String path) {
        allowed.ifPresent(each -> {
            form.known(path, each, "MessageAllowedMentionsRequest");
            for (String kind : List.of("users", "roles")) {
                if (parses(kind) && !each.path(kind).isEmpty()) {
                    form.fault(
                            path,
                            "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                            "parse:[\"" + kind + "\"] and " + kind + ": [ids...] are mutually exclusive.");
                }
            }
        });
    }

    /** Whom this text tells, as it is written there. */
    List<String> pinged(String text) {
        Set<String> pinged = new LinkedHashSet<>();
        Matcher mention = MENTION.matcher(text);
        while (mention.find()) {
            if (isAllowed(mention)) {
                pinged.add(mention.group());
            }
        }
        return List.copyOf(pinged);
    }

    private boolean isAllowed(Matcher mention) {
        if (mention.group(1) != null) {
            return parses("users") || lists("users", mention.group(1));
        }
        if (mention.group(2) != null) {
            return parses("roles") || lists("roles", mention.group(2));
        }
        return parses("everyone");
    }

    /** Whether the author of the message that is replied to is told. */
    boolean pingsReplied() {
        return allowed.map(each -> each.path("replied_user").asBoolean()).orElse(true);
    }

    private boolean parses(String kind) {
        return allowed.map(each -> texts(each.path("parse")).contains(kind)).orElse(true);
    }

    private boolean lists(String kind, String id) {
        return allowed.map(each -> texts(each.path(kind)).contains(id)).orElse(false);
    }

    private static Set<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).collect(Collectors.toSet());
    }
}
