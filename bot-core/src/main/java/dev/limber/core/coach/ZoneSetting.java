package dev.limber.core.coach;

import dev.limber.core.session.UserState;
import dev.limber.core.text.ZoneNames;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The person's time zone, by its name or its city. */
final class ZoneSetting implements Setting {
    @Override
    public String id() {
        return "zone";
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
    public Optional<String> read(Turn turn, String typed) {
        return ZoneNames.find(typed, turn.language()).map(ZoneId::getId);
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
