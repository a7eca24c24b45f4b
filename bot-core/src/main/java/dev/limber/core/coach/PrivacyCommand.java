package dev.limber.core.coach;

import dev.limber.core.chat.TextStyle;

/** {@code /privacy}: what is kept, for how long, and how to have it gone. */
final class PrivacyCommand implements Command {
    @Override
    public String name() {
        return "privacy";
    }

    @Override
    public boolean onlyPerson() {
        return false;
    }

    @Override
    public void run(Turn turn, String argument) {
        Prompt prompt = turn.prompt().title("privacy.title").list(TextStyle.BODY, "privacy.lines");
        prompt.row(
                        prompt.choice("button.my-data", new ButtonAction.Run("mydata")),
                        prompt.choice("button.forget", new ButtonAction.Run("forget")))
                .say();
    }
}
