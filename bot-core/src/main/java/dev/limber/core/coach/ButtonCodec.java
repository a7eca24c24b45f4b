package dev.limber.core.coach;

import dev.limber.core.exercise.ConditionId;
import dev.limber.core.exercise.RoutineId;
import dev.limber.core.text.Intent;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes what a button means into the few bytes that platforms carry: {@code 1:revision:code[:argument]}. The codes are
 * part of messages that stay on people's screens for ever: one may be added, none may change its meaning.
 */
final class ButtonCodec {
    private static final String VERSION = "1";
    private static final int RADIX = 36;

    private ButtonCodec() {}

    /** What became of some button's data. */
    sealed interface Decoded {
        /** @param revision of the state that showed the button */
        record Known(ButtonAction action, int revision) implements Decoded {}

        /** Ours, but of a version that is no longer, or not yet, understood. */
        record Stale() implements Decoded {}

        /** Not ours. */
        record Foreign() implements Decoded {}
    }

    static String encode(ButtonAction action, int revision) {
        return VERSION + ":" + Integer.toString(revision, RADIX) + ":" + code(action);
    }

    static Decoded decode(String data) {
        String[] parts = data.split(":", 4);
        if (parts.length < 3 || !parts[0].matches("[0-9]{1,3}")) {
            return new Decoded.Foreign();
        }
        if (!parts[0].equals(VERSION)) {
            return new Decoded.Stale();
        }
        try {
            int revision = Integer.parseInt(parts[1], RADIX);
            return action(parts[2], parts.length == 4 ? parts[3] : "")
                    .<Decoded>map(action -> new Decoded.Known(action, revision))
                    .orElseGet(Decoded.Stale::new);
        } catch (IllegalArgumentException notWrittenByUs) {
            return new Decoded.Foreign();
        }
    }

    private static String code(ButtonAction action) {
        return switch (action) {
            case ButtonAction.Steer(Intent intent) -> "w:" + lower(intent);
            case ButtonAction.Hurts() -> "hurts";
            case ButtonAction.Begin(RoutineId routine) -> "go:" + routine;
            case ButtonAction.Browse(ButtonAction.Filter filter) -> "see:" + lower(filter);
            case ButtonAction.Tick(ConditionId condition) -> "tick:" + condition;
            case ButtonAction.StartAgain() -> "anew";
            case ButtonAction.CheckAnew() -> "check";
            case ButtonAction.DoctorAgrees() -> "doctor";
            case ButtonAction.Run(String command) -> "run:" + command;
            case ButtonAction.OpenSetting(String setting) -> "set:" + setting;
            case ButtonAction.Choose(String setting, String value) -> "set:" + setting + "=" + value;
            case ButtonAction.UndoNudges() -> "undo";
            case ButtonAction.KeepBoth() -> "both";
            case ButtonAction.DropNudge(String nudge) -> "drop:" + nudge;
            case ButtonAction.Lasting lasting -> LastingCodec.code(lasting);
            case ButtonAction.Group(ButtonAction.Deed deed, String about) -> "all:" + lower(deed) + "=" + about;
        };
    }

    private static Optional<ButtonAction> action(String code, String argument) {
        return switch (code) {
            case "w" -> Optional.of(new ButtonAction.Steer(Intent.valueOf(upper(argument))));
            case "hurts" -> Optional.of(new ButtonAction.Hurts());
            case "go" -> Optional.of(new ButtonAction.Begin(new RoutineId(argument)));
            case "see" -> Optional.of(new ButtonAction.Browse(ButtonAction.Filter.valueOf(upper(argument))));
            case "tick" -> Optional.of(new ButtonAction.Tick(new ConditionId(argument)));
            case "anew" -> Optional.of(new ButtonAction.StartAgain());
            case "check" -> Optional.of(new ButtonAction.CheckAnew());
            case "doctor" -> Optional.of(new ButtonAction.DoctorAgrees());
            case "run" -> Optional.of(new ButtonAction.Run(argument));
            case "set" -> Optional.of(setting(argument));
            case "all" -> Optional.of(group(argument));
            case "undo" -> Optional.of(new ButtonAction.UndoNudges());
            case "both" -> Optional.of(new ButtonAction.KeepBoth());
            case "drop" -> Optional.of(new ButtonAction.DropNudge(argument));
            default -> LastingCodec.action(code, argument).map(lasting -> lasting);
        };
    }

    private static ButtonAction setting(String argument) {
        int equals = argument.indexOf('=');
        return equals < 0
                ? new ButtonAction.OpenSetting(argument)
                : new ButtonAction.Choose(argument.substring(0, equals), argument.substring(equals + 1));
    }

    private static ButtonAction group(String argument) {
        String[] parts = argument.split("=", 2);
        return new ButtonAction.Group(ButtonAction.Deed.valueOf(upper(parts[0])), parts.length == 2 ? parts[1] : "");
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
