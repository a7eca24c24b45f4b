package dev.limber.core.coach;

import dev.limber.core.coach.ButtonAction.Nudged;
import dev.limber.core.coach.ButtonAction.Until;
import dev.limber.core.coach.ButtonAction.Where;
import dev.limber.core.exercise.RoutineId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * The part of {@link ButtonCodec} for what lasts; a nudge is written as {@code id.occurrence}, the occurrence in
 * milliseconds since 1970 to the base of 36.
 */
final class LastingCodec {
    private static final int RADIX = 36;

    private LastingCodec() {}

    static String code(ButtonAction.Lasting action) {
        return switch (action) {
            case ButtonAction.Nudge(String typed) -> "nudge:" + typed;
            case ButtonAction.MoveNudges(Where where) -> "nto:" + lower(where);
            case ButtonAction.LeaveNudges() -> "nleave";
            case ButtonAction.StartNudged(Nudged nudged, Optional<RoutineId> routine) ->
                "ngo:" + write(nudged) + routine.map(id -> "." + id).orElse("");
            case ButtonAction.Snooze(Nudged nudged, Optional<Until> until) ->
                "nzz:" + write(nudged)
                        + until.map(chosen -> "." + lower(chosen)).orElse("");
            case ButtonAction.NotToday(Nudged nudged) -> "nno:" + write(nudged);
        };
    }

    /** @throws IllegalArgumentException where {@code argument} was not written by {@link #code} */
    static Optional<ButtonAction.Lasting> action(String code, String argument) {
        String[] parts = argument.split("\\.", 3);
        return switch (code) {
            case "nudge" -> Optional.of(new ButtonAction.Nudge(argument));
            case "nto" -> Optional.of(new ButtonAction.MoveNudges(Where.valueOf(argument.toUpperCase(Locale.ROOT))));
            case "nleave" -> Optional.of(new ButtonAction.LeaveNudges());
            case "ngo" ->
                Optional.of(
                        new ButtonAction.StartNudged(nudged(parts), third(parts).map(RoutineId::new)));
            case "nzz" ->
                Optional.of(new ButtonAction.Snooze(nudged(parts), third(parts).map(LastingCodec::until)));
            case "nno" -> Optional.of(new ButtonAction.NotToday(nudged(parts)));
            default -> Optional.empty();
        };
    }

    private static String write(Nudged nudged) {
        return nudged.nudge() + "." + Long.toString(nudged.occurrence().toEpochMilli(), RADIX);
    }

    private static Nudged nudged(String[] parts) {
        if (parts.length < 2) {
            throw new IllegalArgumentException("not a nudge");
        }
        long millis = Long.parseLong(parts[1], RADIX);
        return new Nudged(parts[0], Instant.ofEpochMilli(millis));
    }

    private static Optional<String> third(String[] parts) {
        return parts.length == 3 ? Optional.of(parts[2]) : Optional.empty();
    }

    private static Until until(String name) {
        return Until.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
