package dev.limber.discord.standin;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person who chats with the bot line by line: in direct messages, or in a server. */
final class Console implements Watcher {
    private static final Pattern PRESS = Pattern.compile("(?:press\\s+|\\[)(.+?)\\]?");
    private static final Pattern COMMAND = Pattern.compile("/(\\S+)\\s*(.*)");

    private final Consumer<String> out;
    private final Person you;
    private final Server server;
    private Channel here;

    Console(DiscordApi api, Consumer<String> out) {
        this.out = out;
        this.you = api.person("You", "en-US");
        this.server = api.server("Server", you);
        this.here = you.dm();
        api.watch(this);
    }

    /**
     * One line was typed.
     *
     * @return whether there may be more
     */
    boolean type(String line) {
        String text = line.strip();
        try {
            return text.equals("quit") ? false : act(text);
        } catch (IllegalStateException | NoSuchElementException impossible) {
            out.accept("(" + impossible.getMessage() + ")");
            return true;
        }
    }

    private boolean act(String text) {
        Matcher press = PRESS.matcher(text);
        Matcher command = COMMAND.matcher(text);
        if (press.matches()) {
            press(String.valueOf(press.group(1)).strip());
        } else if (command.matches()) {
            slash(String.valueOf(command.group(1)), String.valueOf(command.group(2)));
        } else if (text.startsWith("lang ")) {
            you.setLocale(text.substring("lang ".length()).strip());
        } else if (text.startsWith("go ")) {
            go(text.substring("go ".length()).strip());
        } else if (text.startsWith("reply ")) {
            you.replies(here.last(), text.substring("reply ".length()).strip(), true);
        } else if (!text.isEmpty()) {
            you.writes(here, text);
        }
        return true;
    }

    private void go(String where) {
        here = where.equals("dm") ? you.dm() : server.channel(where);
        out.accept("(you are in " + here + ")");
    }

    /** What follows the command goes into its first option. */
    private void slash(String name, String rest) {
        Optional<String> option = you.options(name).stream().findFirst();
        Map<String, String> given = rest.isEmpty()
                ? Map.of()
                : option.map(each -> Map.of(each, rest)).orElseGet(Map::of);
        you.slash(here, name, given);
    }

    /** By its label, or by its number among the buttons of the newest message that has any. */
    private void press(String which) {
        Posted newest = here.seenBy(you).reversed().stream()
                .filter(each -> !each.buttons().isEmpty())
                .filter(each -> each.labels().contains(which) || which.matches("[0-9]{1,2}"))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("there is no button " + which));
        List<Button> buttons = newest.buttons();
        Button button = buttons.stream()
                .filter(each -> each.label().equals(which))
                .findFirst()
                .or(() -> buttons.stream()
                        .skip(Math.max(0, Long.parseLong(which) - 1))
                        .findFirst())
                .orElseThrow(() -> new NoSuchElementException("there is no button " + which));
        if (button.url().isPresent()) {
            out.accept("(opens " + button.url().get() + ")");
        } else {
            you.presses(newest, button.label());
        }
    }

    @Override
    public void posted(Posted message) {
        show(message.isThinking() ? " (thinking)" : "", message);
    }

    @Override
    public void edited(Posted message) {
        show(" (edited)", message);
    }

    @Override
    public void deleted(Posted message) {
        out.accept(name(message) + " (deleted): " + message.text());
    }

    private void show(String note, Posted message) {
        StringBuilder shown = new StringBuilder(name(message) + note + ": " + message.text());
        message.attachments()
                .forEach(each -> shown.append("\n <").append(each.fileName()).append('>'));
        List<String> labels = message.labels();
        for (int i = 0; i < labels.size(); i++) {
            shown.append(i == 0 ? "\n" : "")
                    .append(" [")
                    .append(i + 1)
                    .append(' ')
                    .append(labels.get(i))
                    .append(']');
        }
        out.accept(shown.toString());
    }

    private static String name(Posted message) {
        String where = message.channel().server().isPresent() ? " in " + message.channel() : "";
        return "bot" + where + (message.isEphemeral() ? " (only you see this)" : "");
    }
}
