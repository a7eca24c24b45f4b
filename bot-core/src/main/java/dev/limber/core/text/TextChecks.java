package dev.limber.core.text;

import dev.limber.core.exercise.BodyArea;
import dev.limber.core.exercise.Catalog;
import dev.limber.core.exercise.Condition;
import dev.limber.core.exercise.Exercise;
import dev.limber.core.exercise.Faults;
import dev.limber.core.exercise.Nearest;
import dev.limber.core.exercise.Place;
import dev.limber.core.exercise.Routine;
import dev.limber.core.exercise.SetUp;
import dev.limber.core.exercise.Side;
import dev.limber.core.exercise.Variant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks the texts of one language that the catalog calls for: there, short enough, and nothing beside them. */
final class TextChecks {
    private static final int NAME = 40;
    private static final int LINE = 120;
    private static final int NOTE = 200;
    private static final int MOST_CUES = 2;
    private static final int MOST_SET_UP_STEPS = 10;
    private static final Set<String> OF_CATALOG =
            Set.of("exercise", "routine", "set-up", "condition", "equipment", "area", "side", "source", "question");

    private final Catalog catalog;
    private final TextTable table;
    private final Faults faults;
    private final Set<String> used = new HashSet<>();
    private boolean complete;

    TextChecks(Catalog catalog, TextTable table, Faults faults) {
        this.catalog = catalog;
        this.table = table;
        this.faults = faults;
    }

    /** @param mustBeComplete whether a text that is missing is a fault */
    void check(boolean mustBeComplete) {
        complete = mustBeComplete;
        catalog.exercises().values().forEach(this::check);
        catalog.routines().values().forEach(this::check);
        catalog.setUps().values().forEach(this::check);
        catalog.conditions().values().forEach(this::check);
        catalog.equipment().forEach(id -> need("equipment." + id, NAME));
        catalog.sources().keySet().forEach(id -> allow("source." + id, NOTE));
        Arrays.stream(BodyArea.values()).forEach(area -> need("area." + area.id(), NAME));
        Arrays.stream(Side.values()).forEach(side -> need("side." + side.name().toLowerCase(Locale.ROOT), NAME));
    }

    private void check(Exercise exercise) {
        String key = "exercise." + exercise.id();
        need(key + ".name", NAME);
        need(key + ".why", NOTE);
        Set<String> sides = exercise.eachSide() ? Set.of("side") : Set.of();
        catalog.depictions(exercise).forEach(depiction -> need(depiction.altText(), NOTE, sides));
        for (Variant variant : exercise.variants()) {
            String of = key + "." + variant.id();
            allow(of + ".name", NAME);
            need(of + ".start", LINE, sides);
            needList(of + ".cues", MOST_CUES, LINE, sides);
            need(of + ".breath", LINE, sides);
            need(of + ".feel", LINE, sides);
            need(of + ".caution", LINE, sides);
        }
    }

    private void check(Routine routine) {
        need("routine." + routine.id() + ".name", NAME);
        need("routine." + routine.id() + ".for", LINE);
        routine.items().forEach(item -> item.onlyIf().ifPresent(question -> need("question." + question, LINE)));
    }

    private void check(SetUp setUp) {
        need("set-up." + setUp.id() + ".name", NAME);
        needList("set-up." + setUp.id() + ".steps", MOST_SET_UP_STEPS, LINE, Set.of());
        catalog.findDepiction(setUp.id()).ifPresent(depiction -> need(depiction.altText(), NOTE));
    }

    private void check(Condition condition) {
        String key = "condition." + condition.id();
        need(key + ".name", NAME);
        need(key + ".because", LINE);
        allow(key + ".advice", NOTE);
    }

    private void need(String key, int longest) {
        need(key, longest, Set.of());
    }

    private void need(String key, int longest, Set<String> arguments) {
        used.add(key);
        table.find(key).ifPresentOrElse(text -> measure(text, longest, arguments), () -> missing(key, longest));
    }

    private void allow(String key, int longest) {
        used.add(key);
        table.find(key).ifPresent(text -> measure(text, longest, Set.of()));
    }

    private void needList(String key, int most, int longest, Set<String> arguments) {
        List<Text> lines = table.list(key);
        for (int i = 0; i < lines.size(); i++) {
            used.add(key + "." + i);
            measure(lines.get(i), longest, arguments);
        }
        if (lines.size() > most) {
            faults.error(lines.get(most).place(), lines.size() + " lines", "at most " + most);
        }
        if (lines.isEmpty()) {
            missing(key, longest);
        }
    }

    private void missing(String key, int longest) {
        if (complete) {
            faults.error(
                    new Place("texts/" + table.language().toLanguageTag(), 0, key),
                    "there is no text",
                    "write one of at most " + longest + " characters");
        }
    }

    private void measure(Text text, int longest, Set<String> arguments) {
        Optional<String> unknown = Patterns.arguments(text.pattern()).stream()
                .filter(name -> !arguments.contains(name))
                .findFirst();
        if (unknown.isPresent()) {
            faults.error(
                    text.place(),
                    "the argument {" + unknown.get() + "} is not given here",
                    arguments.isEmpty() ? "plain text" : "known: " + String.join(", ", arguments));
            return;
        }
        List<Map<String, String>> cases =
                arguments.isEmpty() ? List.of(Map.of()) : List.of(Map.of("side", "left"), Map.of("side", "right"));
        for (Map<String, String> each : cases) {
            String line = Patterns.render(text.pattern(), each);
            if (line.length() > longest) {
                faults.error(text.place(), line.length() + " characters", "at most " + longest);
                return;
            }
            if (line.indexOf('\n') >= 0) {
                faults.error(text.place(), "more than one line", "one line");
                return;
            }
        }
    }

    /** Call after {@link #check}, for the complete language only: the others are compared with it. */
    void warnOfUnused() {
        for (String key : table.keys()) {
            String kind = key.substring(0, Math.max(key.indexOf('.'), 0));
            if (OF_CATALOG.contains(kind) && !used.contains(key)) {
                table.find(key)
                        .ifPresent(text -> faults.warning(
                                text.place(),
                                "'" + key + "' is not used",
                                Nearest.find(key, used)
                                        .map(near -> "did you mean '" + near + "'?")
                                        .orElse("")));
            }
        }
    }
}
