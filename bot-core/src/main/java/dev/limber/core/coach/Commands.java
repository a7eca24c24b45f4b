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
import java.util.stream.Stream;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/** The list of all commands. */
final class Commands {
    /** In the order of the help. A new command is one class and one line here. */
    private static final List<Command> ALL = List.of(
            new StretchCommand(),
            new NudgeCommand(),
            new ProgressCommand(),
            new SettingsCommand(),
            new SafetyCommand(),
            new HelpCommand(),
            new AboutCommand(),
            new PrivacyCommand(),
            new MyDataCommand(),
            new ForgetCommand(),
            new StartCommand());

    private static final DamerauLevenshteinDistance DISTANCE = new DamerauLevenshteinDistance();
    private static final int SHORTEST_BEGINNING = 3;
    /** A name this long is still itself with two slips in it. */
    private static final int LONG = 7;

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

    /** The command that was hardly meant to be another: by a slip or two in its name, or by how it begins. */
    static Optional<Command> nearest(String name, Phrases phrases) {
        String wanted = name.toLowerCase(Locale.ROOT);
        record Near(Command command, int distance) {}
        return ALL.stream()
                .flatMap(command -> Stream.of(localName(command, phrases), command.name())
                        .filter(known -> isNear(wanted, known))
                        .map(known -> new Near(command, DISTANCE.apply(wanted, known))))
                .min(Comparator.comparingInt(Near::distance))
                .map(Near::command);
    }

    private static boolean isNear(String typed, String known) {
        boolean begins = typed.length() >= SHORTEST_BEGINNING && (known.startsWith(typed) || typed.startsWith(known));
        int slips = Math.min(typed.length(), known.length()) < LONG ? 1 : 2;
        return begins || DISTANCE.apply(typed, known) <= slips;
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
