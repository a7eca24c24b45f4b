package dev.limber.core.coach;

import dev.limber.core.chat.CommandSpec;
import dev.limber.core.text.Phrasebook;
import dev.limber.core.text.Phrases;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The list of all commands. */
final class Commands {
    /** In the order of the help. A new command is one class and one line here. */
    private static final List<Command> ALL = List.of(
            new StretchCommand(),
            new ProgressCommand(),
            new SettingsCommand(),
            new SafetyCommand(),
            new HelpCommand(),
            new AboutCommand(),
            new PrivacyCommand(),
            new MyDataCommand(),
            new ForgetCommand(),
            new StartCommand());

    private static final int LIKE = 3;

    private Commands() {}

    static List<Command> all() {
        return ALL;
    }

    /** By its name in any language, whatever the case. */
    static Optional<Command> find(String name, Phrasebook phrasebook) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(command -> command.name().equals(wanted)
                        || phrasebook.languages().stream()
                                .anyMatch(language -> localName(command, phrasebook.in(language))
                                        .equals(wanted)))
                .findFirst();
    }

    /** Runs a command, and lets what it says count as its answer. */
    static void run(Turn turn, Command command, String argument) {
        turn.answer(command);
        command.run(turn, argument);
    }

    /** The command whose name is most like what was typed, if any is. */
    static Optional<Command> nearest(String name, Phrases phrases) {
        String wanted = name.toLowerCase(Locale.ROOT);
        var distance = new LevenshteinDistance(LIKE);
        record Near(Command command, int distance) {}
        return ALL.stream()
                .map(command -> new Near(command, distance.apply(wanted, localName(command, phrases))))
                .filter(near -> near.distance >= 0)
                .min(Comparator.comparingInt(Near::distance))
                .map(Near::command);
    }

    /** What a command is called in one language. */
    static String localName(Command command, Phrases phrases) {
        return phrases.say("command." + command.name() + ".name");
    }

    static CommandSpec spec(Command command, Phrasebook phrasebook) {
        String key = "command." + command.name();
        Optional<CommandSpec.Argument> argument = command.takesArgument()
                ? Optional.of(new CommandSpec.Argument(
                        each(phrasebook, key + ".argument.name"), each(phrasebook, key + ".argument.description")))
                : Optional.empty();
        return new CommandSpec(
                command.name(),
                each(phrasebook, key + ".name"),
                each(phrasebook, key + ".description"),
                argument,
                command.onlyPerson());
    }

    private static Map<Locale, String> each(Phrasebook phrasebook, String key) {
        var texts = new HashMap<Locale, String>();
        phrasebook
                .languages()
                .forEach(language -> texts.put(language, phrasebook.in(language).say(key)));
        return texts;
    }
}
