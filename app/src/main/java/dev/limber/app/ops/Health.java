package dev.limber.app.ops;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Whether all that Limber needs is there. Names no person and no secret. */
final class Health {
    /** Twice what a quiet platform takes to be heard of again, at most. */
    static final Duration LONGEST_SILENCE = Duration.ofSeconds(90);

    private final Watched watched;
    private final StoreCheck store;

    Health(Watched watched) {
        this.watched = watched;
        store = new StoreCheck(watched.storeRead());
    }

    /**
     * @param fine whether nothing is wrong
     * @param json an object that says what is as it should be and what is not
     */
    record Report(boolean fine, String json) {}

    private enum State {
        SERVING("serving", true),
        /** Another instance serves it. */
        STANDBY("standby", true),
        /** It cannot be reached yet. */
        NOT_YET("not yet", true),
        /** It could not be reached for too long. */
        UNREACHED("not yet", false),
        SILENT("silent", false),
        /** It does not want us; another start may help. */
        ENDED("ended", false);

        private final String word;
        private final boolean fine;

        State(String word, boolean fine) {
            this.word = word;
            this.fine = fine;
        }
    }

    Report report() {
        boolean stored = store.answers();
        boolean fine = stored;
        ObjectNode platforms = JsonNodeFactory.instance.objectNode();
        Instant now = watched.clock().instant();
        for (Presence presence : watched.platforms()) {
            State state = state(presence, now);
            fine &= state.fine;
            platforms.set(presence.id().toString(), describe(presence, state, now));
        }
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.put("status", fine ? "ok" : "wrong");
        all.put("store", stored ? "ok" : "no answer");
        all.put("nudges", watched.leads().getAsBoolean() ? "leader" : "standby");
        all.set("platforms", platforms);
        return new Report(fine, all.toString());
    }

    private State state(Presence presence, Instant now) {
        if (presence.hasEnded()) {
            return State.ENDED;
        }
        if (presence.begins().isEmpty()) {
            return State.STANDBY;
        }
        // What was never heard of is given the same time to begin.
        Duration silence = presence.silence(now)
                .orElseGet(() -> Duration.between(presence.begins().get(), now));
        boolean silent = silence.compareTo(LONGEST_SILENCE) > 0;
        if (presence.introduced().isEmpty()) {
            return silent ? State.UNREACHED : State.NOT_YET;
        }
        return silent ? State.SILENT : State.SERVING;
    }

    private static ObjectNode describe(Presence presence, State state, Instant now) {
        ObjectNode described = JsonNodeFactory.instance.objectNode();
        described.put("state", state.word);
        presence.introduced()
                .or(presence::begins)
                .ifPresent(since -> described.put(
                        "since", since.truncatedTo(ChronoUnit.SECONDS).toString()));
        Optional<Duration> silence = presence.silence(now);
        silence.ifPresent(known -> described.put("heardSecondsAgo", known.toSeconds()));
        return described;
    }
}
