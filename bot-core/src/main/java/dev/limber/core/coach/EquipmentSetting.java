package dev.limber.core.coach;

import dev.limber.core.exercise.EquipmentId;
import dev.limber.core.session.UserState;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the person has at hand. */
final class EquipmentSetting implements Setting {
    @Override
    public String id() {
        return "equipment";
    }

    @Override
    public boolean severalAtOnce() {
        return true;
    }

    @Override
    public String shown(Turn turn) {
        Set<EquipmentId> missing = turn.state().preferences().notAtHand();
        String names = all(turn).stream()
                .filter(equipment -> !missing.contains(equipment))
                .map(equipment -> name(turn, equipment))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? turn.text("settings.equipment.none") : names;
    }

    @Override
    public List<List<Option>> options(Turn turn) {
        Set<EquipmentId> missing = turn.state().preferences().notAtHand();
        return all(turn).stream()
                .map(equipment -> {
                    String mark = missing.contains(equipment) ? "settings.unticked" : "settings.ticked";
                    return List.of(new Option(
                            turn.text(mark, Map.of("name", name(turn, equipment))), equipment.value()));
                })
                .toList();
    }

    @Override
    public Optional<String> read(Turn turn, String typed) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        return all(turn).stream()
                .filter(equipment -> equipment.value().equals(wanted)
                        || name(turn, equipment).toLowerCase(Locale.ROOT).equals(wanted))
                .map(EquipmentId::value)
                .findFirst();
    }

    @Override
    public Optional<UserState> choose(Turn turn, String value) {
        return all(turn).stream()
                .filter(equipment -> equipment.value().equals(value))
                .findFirst()
                .map(equipment -> {
                    var missing = new HashSet<>(turn.state().preferences().notAtHand());
                    if (!missing.remove(equipment)) {
                        missing.add(equipment);
                    }
                    return turn.state()
                            .withPreferences(turn.state().preferences().withNotAtHand(missing));
                });
    }

    private static List<EquipmentId> all(Turn turn) {
        return turn.context().content().catalog().equipment();
    }

    private static String name(Turn turn, EquipmentId equipment) {
        return turn.text("equipment." + equipment);
    }
}
