package dev.limber.local;

import dev.limber.core.chat.Audience;
import dev.limber.core.chat.Block;
import dev.limber.core.chat.Body;
import dev.limber.core.chat.Button;
import dev.limber.core.chat.ButtonStyle;
import dev.limber.core.chat.CommandSpec;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.chat.TextStyle;
import dev.limber.core.chat.UserId;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The terminal chat as a program of its own, with a coach that repeats what it hears. */
final class ScriptedProgram {
    private static final UserId ANNA = new UserId(TerminalChat.PLATFORM, "anna");

    private ScriptedProgram() {}

    /** @param arguments a folder for documents */
    public static void main(String[] arguments) throws InterruptedException {
        int exitCode;
        try (ScriptedCoach coach = new ScriptedCoach(ScriptedProgram::answer);
                Screen screen = Screens.ofThisProcess(System.getenv(), picture -> Optional.empty())) {
            TerminalChat chat = new TerminalChat(
                    ANNA,
                    Optional.of(Locale.ENGLISH),
                    Path.of(arguments[0]),
                    InstantSource.system(),
                    () -> coach,
                    screen);
            coach.connect(chat);
            chat.publish(List.of(command("stretch", "Start a routine"), command("settings", "Change what you like")));
            exitCode = switch (chat.run()) {
                case Ending.InputEnded() -> 0;
                case Ending.GaveUp(String reason) -> {
                    screen.complain(reason);
                    yield 1;
                }
            };
        }
        System.exit(exitCode);
    }

    private static List<OutgoingMessage> answer(Body body) {
        return switch (body) {
            case Body.CommandCalled(String name, String argument) ->
                List.of(OutgoingMessage.of(
                        new Audience.OnlyPerson(ANNA),
                        List.of(
                                Block.Text.of(TextStyle.TITLE, "Welcome 👋 to " + name + " " + argument),
                                Block.Text.of(
                                        TextStyle.BODY,
                                        "A calm stretch for a back that sits a lot: lie down, breathe, and let"
                                                + " the weight of the legs do the work while you count."),
                                Block.Text.of(TextStyle.QUIET, "Step 1 of 3 · 腰を伸ばす · left side")),
                        List.of(
                                List.of(
                                        new Button("Next", "next", ButtonStyle.PRIMARY),
                                        Say.button("Back"),
                                        Say.button("Easier")),
                                List.of(Say.button("Pause"), new Button("It hurts", "hurts", ButtonStyle.DANGER))),
                        Optional.empty()));
            default -> List.of(Say.text(body.toString()), Say.text("That was it."));
        };
    }

    private static CommandSpec command(String name, String description) {
        return new CommandSpec(
                name,
                Map.of(),
                Map.of(Locale.ENGLISH, description),
                Optional.of(new CommandSpec.Argument(Map.of(), Map.of())),
                true);
    }
}
