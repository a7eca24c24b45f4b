package dev.limber.local;

import dev.limber.core.chat.CommandSpec;
import dev.limber.core.chat.Inbox;
import dev.limber.core.chat.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Completes slash commands from what was published, and their arguments by asking the inbox. */
public final class SlashCompletions implements Screen.Completions {
    private final UserId user;
    private final Optional<Locale> language;
    private final Supplier<Inbox> inbox;
    private volatile List<CommandSpec> commands = List.of();

    public SlashCompletions(UserId user, Optional<Locale> language, Supplier<Inbox> inbox) {
        this.user = user;
        this.language = language;
        this.inbox = inbox;
    }

    public void publish(List<CommandSpec> published) {
        commands = List.copyOf(published);
    }

    @Override
    public List<Screen.Completion> complete(String line) {
        String typed = line.stripLeading();
        if (!typed.startsWith("/")) {
            return List.of();
        }
        int blank = typed.indexOf(' ');
        return blank < 0
                ? names(typed.substring(1))
                : arguments(typed.substring(1, blank), typed.substring(blank).stripLeading());
    }

    private List<Screen.Completion> names(String typed) {
        String prefix = typed.toLowerCase(Locale.ROOT);
        List<Screen.Completion> found = new ArrayList<>();
        for (CommandSpec command : commands) {
            String description = Clean.line(inLanguage(command.descriptions()).orElse(""));
            namesToOffer(command)
                    .filter(name -> name.startsWith(prefix))
                    .map(name -> new Screen.Completion(
                            "/" + name,
                            "/" + name,
                            description,
                            command.argument().isPresent()))
                    .forEach(found::add);
        }
        return found;
    }

    /** The name in the person's language before the one that holds everywhere. */
    private Stream<String> namesToOffer(CommandSpec command) {
        Optional<String> local = language.flatMap(wanted -> find(command.localNames(), wanted));
        return Stream.concat(local.stream(), Stream.of(command.name())).distinct();
    }

    private List<Screen.Completion> arguments(String name, String typed) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return commands.stream()
                .filter(command -> command.argument().isPresent())
                .filter(command ->
                        command.name().equals(wanted) || command.localNames().containsValue(wanted))
                .findFirst()
                .map(command -> inbox.get().suggest(user, language, command.name(), typed))
                .orElse(List.of())
                .stream()
                .map(suggestion -> new Screen.Completion(
                        Clean.line(suggestion.value()), Clean.line(suggestion.label()), "", false))
                .toList();
    }

    private Optional<String> inLanguage(Map<Locale, String> texts) {
        return language.flatMap(wanted -> find(texts, wanted))
                .or(() -> find(texts, Locale.ENGLISH))
                .or(() -> texts.values().stream().findFirst());
    }

    private static Optional<String> find(Map<Locale, String> texts, Locale wanted) {
        return Optional.ofNullable(texts.get(wanted))
                .or(() -> Optional.ofNullable(texts.get(Locale.of(wanted.getLanguage()))));
    }
}
