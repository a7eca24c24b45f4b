package dev.limber.telegram.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules for what stands below a message. */
final class Keyboards {
    private static final Table TABLE = Table.TABLE;
    private static final Set<String> STYLES = Set.of("danger", "success", "primary");

    private Keyboards() {}

    /**
     * The markup as the message carries it: empty where there are no buttons.
     *
     * @throws Refusal where the server would not take it
     */
    static Optional<JsonNode> checked(Optional<JsonNode> markup) {
        Optional<JsonNode> inline = markup.filter(each -> each.has("inline_keyboard"));
        if (inline.isEmpty()) {
            return markup;
        }
        int buttons = 0;
        for (JsonNode row : inline.get().path("inline_keyboard")) {
            buttons += row.size();
            if (row.size() > TABLE.limit("buttonsInARow") || buttons > TABLE.limit("buttons")) {
                throw Refusal.violation("REPLY_MARKUP_TOO_LONG");
            }
            row.forEach(Keyboards::check);
        }
        return buttons == 0 ? Optional.empty() : inline;
    }

    private static void check(JsonNode json) {
        Button button = Button.of(json);
        if (button.label().isBlank()) {
            throw Refusal.violation("can't parse inline keyboard button: text of the button must be non-empty");
        }
        if (button.data().isPresent() == button.url().isPresent()) {
            throw Refusal.violation("can't parse inline keyboard button: exactly one action is needed");
        }
        int bytes = button.data()
                .map(data -> data.getBytes(StandardCharsets.UTF_8).length)
                .orElse(1);
        if (bytes < 1 || bytes > TABLE.limit("callbackDataBytes")) {
            throw Refusal.violation("BUTTON_DATA_INVALID");
        }
        if (!button.url().map(Keyboards::isLink).orElse(true)) {
            throw Refusal.violation(
                    "inline keyboard button URL '" + button.url().orElse("") + "' is invalid");
        }
        if (!button.style().map(STYLES::contains).orElse(true)) {
            throw Refusal.violation("BUTTON_STYLE_INVALID");
        }
    }

    private static boolean isLink(String url) {
        try {
            URI uri = new URI(url);
            String scheme = Optional.ofNullable(uri.getScheme()).orElse("");
            return switch (scheme) {
                case "http", "https" -> uri.getHost() != null && uri.getHost().contains(".");
                case "tg" -> true;
                default -> false;
            };
        } catch (URISyntaxException _) {
            return false;
        }
    }

    static List<List<Button>> rows(Optional<JsonNode> markup) {
        return markup.stream()
                .flatMap(each -> each.path("inline_keyboard").valueStream())
                .map(row -> row.valueStream().map(Button::of).toList())
                .toList();
    }
}
