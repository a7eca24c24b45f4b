package dev.limber.core.coach;

/** {@code /mydata}: everything stored about the caller, as a file. */
final class MyDataCommand implements Command {
    @Override
    public String name() {
        return "mydata";
    }

    @Override
    public boolean onlyPerson() {
        return true;
    }

    @Override
    public void run(Turn turn, String argument) {
        turn.prompt()
                .onlyPerson()
                .line("mydata.here")
                .document(
                        "limber-my-data.json",
                        "application/json",
                        turn.context().records().everything())
                .say();
    }
}
