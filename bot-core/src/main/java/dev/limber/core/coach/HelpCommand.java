package dev.limber.core.coach;

import dev.limber.core.chat.TextStyle;
import java.util.Map;

/** {@code /help}: what Limber understands. */
final class HelpCommand implements Command {
    @Override
    public String name() {
        return "help";
    }

    @Override
    public boolean onlyPerson() {
        return false;
    }

    @Override
    public void run(Turn turn, String argument) {
        Prompt prompt = turn.prompt().title("help.title").list(TextStyle.BODY, "help.words");
        for (Command command : Commands.all()) {
            prompt.line(
                    "help.command",
                    Map.of(
                            "name", Commands.localName(command, turn.phrases()),
                            "description", turn.text("command." + command.name() + ".description")));
        }
        prompt.row(prompt.primary("button.stretch", new ButtonAction.Run("stretch")))
                .say();
    }
}
