package dev.limber.core.coach;

import dev.limber.core.chat.ButtonStyle;
import dev.limber.core.chat.Suggestion;
import dev.limber.core.session.Dialogue;
import dev.limber.core.session.UserState;
import dev.limber.core.text.Intent;
import dev.limber.core.text.Phrases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code /settings}: shows what is set and changes it, by buttons or by words such as {@code hold 20}. */
final class SettingsCommand implements Command {
    private static final List<Setting> ALL = List.of(
            new LanguageSetting(),
            new ZoneSetting(),
            new HandsFreeSetting(),
            NumberSetting.hold(),
            NumberSetting.rounds(),
            new EquipmentSetting(),
            new PicturesSetting(),
            new FigureSetting(),
            NumberSetting.goal(),
            new GoalRestSetting(),
            new RestDaysSetting(),
            new QuietHoursSetting());
    private static final int BUTTONS_IN_ROW = 3;

    @Override
    public String name() {
        return "settings";
    }

    @Override
    public boolean onlyPerson() {
        return true;
    }

    @Override
    public boolean takesArgument() {
        return true;
    }

    @Override
    public void run(Turn turn, String argument) {
        if (argument.isEmpty()) {
            show(turn);
            return;
        }
        Optional<Named> named = named(turn, argument);
        if (named.isEmpty()) {
            turn.prompt().onlyPerson().line("settings.unknown").say();
            show(turn);
        } else if (named.get().rest().isEmpty()) {
            open(turn, named.get().setting().id());
        } else if (!enter(turn, named.get().setting().id(), named.get().rest())) {
            hint(turn, named.get().setting().id());
        }
    }

    @Override
    public List<Suggestion> suggest(Turn turn, String typed) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        List<Suggestion> own = named(turn, typed).stream()
                .flatMap(named -> named.setting().suggest(turn, named.rest()).stream()
                        .map(value -> turn.text(nameKey(named.setting())) + " " + value))
                .map(words -> new Suggestion(words, words))
                .toList();
        if (!own.isEmpty()) {
            return own;
        }
        return ALL.stream()
                .flatMap(setting -> Stream.concat(
                        Stream.of(turn.text(nameKey(setting))),
                        setting.options(turn).stream()
                                .flatMap(List::stream)
                                .map(option -> turn.text(nameKey(setting)) + " " + option.label())))
                .filter(words -> words.toLowerCase(Locale.ROOT).contains(wanted))
                .map(words -> new Suggestion(words, words))
                .toList();
    }

    /** Shows what there is to choose from. */
    static void open(Turn turn, String id) {
        find(id).ifPresentOrElse(setting -> ask(turn, setting), () -> Hints.staleButton(turn));
    }

    static void choose(Turn turn, String id, String value) {
        Optional<Setting> setting = find(id);
        Optional<UserState> chosen = setting.flatMap(found -> found.choose(turn, value));
        if (setting.isEmpty() || chosen.isEmpty()) {
            Hints.staleButton(turn);
            return;
        }
        Dialogue asked = turn.state().dialogue();
        turn.become(chosen.get());
        if (setting.get().severalAtOnce()) {
            ask(turn, setting.get());
            return;
        }
        if (setting.get() instanceof ZoneSetting && asked instanceof Dialogue.NudgeZone) {
            ZoneQuestion.goOn(turn);
            return;
        }
        askNothing(turn);
        if (setting.get() instanceof HandsFreeSetting && turn.state().stretch().isPresent()) {
            boolean on = turn.state().preferences().handsFree();
            StretchFlow.steer(turn, turn.state().stretch().get(), on ? Intent.HANDS_FREE : Intent.BY_HAND);
            return;
        }
        Prompt prompt = turn.prompt()
                .onlyPerson()
                .line(
                        "settings.saved",
                        Map.of(
                                "name", turn.text(nameKey(setting.get())),
                                "value", setting.get().shown(turn)));
        prompt.row(prompt.choice("button.settings", new ButtonAction.Run("settings")))
                .say();
    }

    /** @return whether what was typed is a value of the setting */
    static boolean enter(Turn turn, String id, String typed) {
        Optional<Setting> setting = find(id);
        Optional<String> value = setting.flatMap(found -> found.read(turn, typed));
        if (value.isPresent()) {
            choose(turn, id, value.get());
            return true;
        }
        List<List<Setting.Option>> narrowed =
                setting.map(found -> found.narrowed(turn, typed)).orElse(List.of());
        if (narrowed.isEmpty()) {
            return false;
        }
        turn.pauseHandsFree();
        if (!NudgeCommand.waits(turn)) {
            turn.ask(new Dialogue.EnterSetting(id));
        }
        Prompt prompt = turn.prompt().onlyPerson().line("settings." + id + ".which");
        narrowed.forEach(row -> prompt.row(choices(id, row)));
        prompt.say();
        return true;
    }

    /** What can be typed for a setting. */
    static void hint(Turn turn, String id) {
        turn.prompt().onlyPerson().line("settings." + id + ".example").say();
    }

    /** What waits for the time zone waits on. */
    private static void askNothing(Turn turn) {
        if (!ZoneQuestion.isOpen(turn)) {
            turn.ask(new Dialogue.None());
        }
    }

    private static void show(Turn turn) {
        askNothing(turn);
        Prompt prompt = turn.prompt().onlyPerson().title("settings.title");
        var buttons = new ArrayList<Choice>();
        for (Setting setting : ALL) {
            String name = turn.text(nameKey(setting));
            prompt.line("settings.line", Map.of("name", name, "value", setting.shown(turn)));
            buttons.add(new Choice(name, new ButtonAction.OpenSetting(setting.id()), ButtonStyle.NORMAL));
        }
        for (int i = 0; i < buttons.size(); i += BUTTONS_IN_ROW) {
            prompt.row(buttons.subList(i, Math.min(i + BUTTONS_IN_ROW, buttons.size())));
        }
        prompt.say();
    }

    private static void ask(Turn turn, Setting setting) {
        turn.pauseHandsFree();
        if (!(setting instanceof ZoneSetting && ZoneQuestion.isOpen(turn))) {
            turn.ask(new Dialogue.EnterSetting(setting.id()));
        }
        Prompt prompt = turn.prompt()
                .onlyPerson()
                .title("settings.line", Map.of("name", turn.text(nameKey(setting)), "value", setting.shown(turn)))
                .line("settings." + setting.id() + ".what")
                .quiet("settings." + setting.id() + ".example");
        for (List<Setting.Option> row : setting.options(turn)) {
            prompt.row(choices(setting.id(), row));
        }
        prompt.row(prompt.choice("button.settings", new ButtonAction.Run("settings")))
                .say();
    }

    private static List<Choice> choices(String id, List<Setting.Option> options) {
        return options.stream()
                .map(option ->
                        new Choice(option.label(), new ButtonAction.Choose(id, option.value()), ButtonStyle.NORMAL))
                .toList();
    }

    private static Optional<Setting> find(String id) {
        return ALL.stream().filter(setting -> setting.id().equals(id)).findFirst();
    }

    private static String nameKey(Setting setting) {
        return "settings." + setting.id() + ".name";
    }

    /** The setting that is called so in any language; words can be linked as command names must be. */
    static Optional<String> called(Turn turn, String command) {
        String words = command.replaceAll("[_-]", " ");
        var phrasebook = turn.context().content().phrasebook();
        return ALL.stream()
                .filter(setting -> phrasebook.languages().stream()
                        .map(phrasebook::in)
                        .flatMap(phrases -> words(phrases, setting))
                        .anyMatch(word -> word.replace('-', ' ').equalsIgnoreCase(words)))
                .map(Setting::id)
                .findFirst();
    }

    private record Named(Setting setting, String word, String rest) {}

    /** The setting that the typed words begin with, by its name or one of its other words. */
    private static Optional<Named> named(Turn turn, String typed) {
        String lower = typed.toLowerCase(turn.language());
        return ALL.stream()
                .flatMap(setting -> words(turn.phrases(), setting)
                        .map(word -> word.toLowerCase(turn.language()))
                        .filter(lower::startsWith)
                        .map(word -> new Named(
                                setting,
                                word,
                                typed.substring(Math.min(word.length(), typed.length()))
                                        .strip())))
                .max(Comparator.comparingInt(named -> named.word().length()));
    }

    private static Stream<String> words(Phrases phrases, Setting setting) {
        return Stream.concat(
                Stream.of(setting.id(), phrases.say(nameKey(setting))),
                phrases.patterns("settings." + setting.id() + ".words").stream());
    }
}
