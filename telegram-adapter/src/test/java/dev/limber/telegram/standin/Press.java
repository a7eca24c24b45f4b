package dev.limber.telegram.standin;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.awaitility.Awaitility;

/** A press of a button, and what became of it. */
public final class Press {
    private final String id;
    private final Person person;
    private final Instant at;
    private boolean answered;
    private Optional<String> toast = Optional.empty();
    private boolean alert;

    Press(String id, Person person, Instant at) {
        this.id = id;
        this.person = person;
        this.at = at;
    }

    /** Of the callback query. */
    public String id() {
        return id;
    }

    public Person person() {
        return person;
    }

    Instant at() {
        return at;
    }

    /** False where it was answered already. */
    synchronized boolean answer(Optional<String> text, boolean showAlert) {
        if (answered) {
            return false;
        }
        answered = true;
        toast = text.filter(each -> !each.isEmpty());
        alert = showAlert;
        return true;
    }

    /** Whether the button has stopped to spin. */
    public synchronized boolean answered() {
        return answered;
    }

    /** What is shown for a moment, or to be closed where it is an alert. */
    public synchronized Optional<String> toast() {
        return toast;
    }

    public synchronized boolean alert() {
        return alert;
    }

    public Press awaitAnswered() {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofSeconds(10))
                .until(this::answered);
        return this;
    }
}
