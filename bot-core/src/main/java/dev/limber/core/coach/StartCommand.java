package dev.limber.core.coach;

import dev.limber.core.session.Stretch;
import java.util.Optional;

/** {@code /start}: says hello, or starts the routine that a link named. */
final class StartCommand implements Command {
    @Override
    public String name() {
        return "start";
    }

    @Override
    public boolean onlyPerson() {
        return false;
    }

    @Override
    public boolean takesArgument() {
        return true;
    }

    @Override
    public void run(Turn turn, String argument) {
        Optional<Stretch> unfinished = turn.state().stretch();
        if (!argument.isEmpty() || unfinished.isPresent()) {
            new StretchCommand().run(turn, argument);
            return;
        }
        Prompt prompt = turn.prompt().title("start.hello").line("start.what").line("start.how");
        prompt.row(
                        prompt.primary("button.stretch", new ButtonAction.Run("stretch")),
                        prompt.choice("button.help", new ButtonAction.Run("help")))
                .say();
    }
}
