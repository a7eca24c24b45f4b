package dev.limber.telegram.standin;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A person who chats with the bot line by line, in private and in one group. */
final class Console implements Watcher {
    private static final Pattern PRESS = Pattern.compile("(?:/press\\s+|\\[)(.+?)\\]?");

    private final BotApi api;
    private final Consumer<String> out;
    private final Person you;
    private final Room group;

    Console(BotApi api, Consumer<String> out) {
        this.api = api;
        this.out = out;
        this.you = api.person("You", "en");
        this.group = api.supergroup("Group", you);
        api.watch(this);
    }

    /**
     * One line was typed.
     *
     * @return whether there may be more
     */
    boolean type(String line) {
        String text = line.strip();
        Matcher press = PRESS.matcher(text);
        if (text.equals("/quit")) {
            return false;
        }
        if (press.matches()) {
            press(String.valueOf(press.group(1)).strip());
        } else if (text.startsWith("/lang ")) {
            you.setLanguageCode(text.substring("/lang ".length()).strip());
        } else if (text.startsWith("/group ")) {
            you.says(group, text.substring("/group ".length()).strip());
        } else if (!text.isEmpty()) {
            you.says(you.privately(), text);
        }
        return true;
    }

    private void press(String label) {
        Optional<Posted> newest = Stream.of(you.privately(), group)
                .flatMap(room -> room.posted().stream())
                .filter(message -> message.labels().contains(label))
                .max((one, other) -> one.at().compareTo(other.at()));
        if (newest.isEmpty()) {
            out.accept("(there is no button " + label + ")");
            return;
        }
        Optional<String> link = newest.get().keyboard().stream()
                .flatMap(List::stream)
                .filter(button -> button.label().equals(label))
                .findFirst()
                .flatMap(Button::url);
        if (link.isPresent()) {
            open(link.get());
        } else {
            you.presses(newest.get(), label);
        }
    }

    /** A link to the bot itself starts it, as in the app. */
    private void open(String link) {
        Matcher start = Pattern.compile("https://t\\.me/" + api.username() + "\\?start=([A-Za-z0-9_-]{1,64})")
                .matcher(link);
        if (start.matches()) {
            you.startsWith(String.valueOf(start.group(1)));
        } else {
            out.accept("(opens " + link + ")");
        }
    }

    @Override
    public void posted(Posted message) {
        show("", message);
    }

    @Override
    public void edited(Posted message) {
        show(" (edited)", message);
    }

    @Override
    public void deleted(Posted message) {
        out.accept(name(message) + " (deleted): " + message.text());
    }

    @Override
    public void answered(Press press) {
        press.toast().ifPresent(text -> out.accept((press.alert() ? "(alert) " : "(toast) ") + text));
    }

    private void show(String note, Posted message) {
        String media = message.media()
                .map(file -> "<" + file.kind().field() + " " + file.fileName() + "> ")
                .orElse("");
        StringBuilder shown = new StringBuilder(name(message) + note + ": " + media + message.text());
        for (List<Button> row : message.keyboard()) {
            shown.append("\n ");
            row.forEach(button -> shown.append(" [").append(button.label()).append(']'));
        }
        out.accept(shown.toString());
    }

    private String name(Posted message) {
        return message.room().isPrivate() ? "bot" : "bot in " + message.room().title();
    }
}
