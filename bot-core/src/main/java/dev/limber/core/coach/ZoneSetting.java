package dev.limber.core.coach;

import dev.limber.core.session.Dialogue;
import dev.limber.core.session.UserState;
import dev.limber.core.text.ZoneNames;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The person's time zone, by its name, its city, the time that it is there, or a place that they show. */
final class ZoneSetting implements Setting {
    private static final String ID = "zone";
    private static final int MOST_FITTING = 6;
    private static final int MOST_SUGGESTED = 20;
    private static final int BUTTONS_IN_ROW = 3;

    @Override
    public String id() {
        return ID;
    }

    /** What people call it: its city. */
    static String name(Turn turn, ZoneId zone) {
        return ZoneNames.cityOf(zone, turn.language());
    }

    @Override
    public String shown(Turn turn) {
        return turn.zone().getId();
    }

    @Override
    public List<List<Option>> options(Turn turn) {
        return List.of();
    }

    @Override
    public List<String> suggest(Turn turn, String typed) {
        return ZoneNames.suggest(typed, turn.language(), MOST_SUGGESTED).stream()
                .map(zone -> name(turn, zone))
                .toList();
    }

    /** Those where it is the time that was typed: "14:05", "it is 2:05 pm here". */
    @Override
    public List<List<Option>> narrowed(Turn turn, String typed) {
        List<Option> fitting = turn
                .nudgePhrase()
                .readClock(typed)
                .map(time -> ZoneNames.fitting(time, turn.now()))
                .orElse(List.of())
                .stream()
                .limit(MOST_FITTING)
                .map(zone -> new Option(name(turn, zone), zone.getId()))
                .toList();
        var rows = new ArrayList<List<Option>>();
        for (int i = 0; i < fitting.size(); i += BUTTONS_IN_ROW) {
            rows.add(fitting.subList(i, Math.min(i + BUTTONS_IN_ROW, fitting.size())));
        }
        return rows;
    }

    @Override
    public Optional<String> read(Turn turn, String typed) {
        return ZoneNames.find(typed, turn.language()).map(ZoneId::getId);
    }

    /** Takes the zone of a place that the person showed. The place itself is kept nowhere. */
    static void locate(Turn turn, double latitude, double longitude) {
        Optional<ZoneId> found =
                turn.context().privateChat() ? turn.context().zones().at(latitude, longitude) : Optional.empty();
        if (found.isEmpty()) {
            turn.say("settings.zone.no-location");
            return;
        }
        ZoneId zone = found.get();
        turn.become(turn.state().withZone(Optional.of(zone)));
        if (turn.state().dialogue().equals(new Dialogue.EnterSetting(ID))) {
            turn.ask(new Dialogue.None());
        }
        Prompt prompt = turn.prompt()
                .onlyPerson()
                .line("settings.zone.located", Map.of("city", name(turn, zone), "time", localTime(turn, zone)));
        prompt.row(prompt.choice("button.other-zone", new ButtonAction.OpenSetting(ID)))
                .say();
        ZoneQuestion.goOn(turn);
    }

    private static String localTime(Turn turn, ZoneId zone) {
        return Dates.time(turn.now().atZone(zone).toLocalTime());
    }

    @Override
    public Optional<UserState> choose(Turn turn, String value) {
        try {
            return Optional.of(turn.state().withZone(Optional.of(ZoneId.of(value))));
        } catch (DateTimeException unknownZone) {
            return Optional.empty();
        }
    }
}
