package dev.limber.core.coach;

import java.util.Optional;

/** {@code /start}: says hello, or goes to what a link or an invitation named: a routine, a command, or where one is. */
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
    public boolean keepsQuestion(Turn turn, String argument) {
        boolean goesOn = argument.equals(new NudgeCommand().name()) && NudgeCommand.waits(turn);
        return goesOn || leadsHere(turn, argument) || argument.equals(Lifeline.WAY);
    }

    /** Links may hand over anything: what is neither a command nor a routine is answered like any other words. */
    @Override
    public void run(Turn turn, String argument) {
        Optional<Command> wanted = Commands.all().stream()
                .filter(command -> turn.context().privateChat() && isOnInvitations(command))
                .filter(command -> command.name().equals(argument))
                .findFirst();
        if (wanted.isPresent()) {
            Commands.run(turn, wanted.get(), "");
        } else if (leadsHere(turn, argument)) {
            if (!Whereabouts.goOn(turn)) {
                // Around an invitation there may be others, who are not meant.
                hello(turn.prompt().onlyPerson());
            }
        } else if (turn.context().privateChat() && argument.equals(Lifeline.WAY)) {
            Lifeline.say(turn);
        } else if (argument.isEmpty()) {
            begin(turn);
        } else {
            new StretchCommand().run(turn, argument);
        }
    }

    private static boolean isOnInvitations(Command command) {
        return command.onlyPerson() || command instanceof StretchCommand;
    }

    private static boolean leadsHere(Turn turn, String argument) {
        return turn.context().privateChat() && argument.equals(Whereabouts.HERE);
    }

    /** Nobody is greeted over a question about their health, nor out of a routine. */
    private static void begin(Turn turn) {
        boolean open = Questions.areAboutHealth(turn.state().dialogue())
                || turn.state().lock().isPresent();
        if (open) {
            Whereabouts.goOn(turn);
        } else if (turn.state().stretch().isPresent()) {
            new StretchCommand().run(turn, "");
        } else {
            hello(turn.prompt());
        }
    }

    private static void hello(Prompt prompt) {
        prompt.title("start.hello").line("start.what").line("start.how");
        prompt.row(
                        prompt.primary("button.stretch", new ButtonAction.Run("stretch")),
                        prompt.choice("button.nudges", new ButtonAction.Run("nudge")),
                        prompt.choice("button.help", new ButtonAction.Run("help")))
                .say();
    }
}
