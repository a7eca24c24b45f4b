package dev.limber.core.exercise;

import java.time.Duration;

/**
 * How much of an exercise makes one step (one side, one round). Bounds after the ACSM's recommendations on flexibility
 * exercise: holds of 10 to 60 seconds, at most ten repetitions.
 */
public sealed interface Dose {
    Duration SHORTEST_HOLD = Duration.ofSeconds(10);
    Duration LONGEST_HOLD = Duration.ofSeconds(60);
    int MOST_REPETITIONS = 10;
    int MOST_BREATHS = 10;

    /** How long it takes. */
    Duration duration();

    /** Stay in the end position. */
    record Hold(Duration duration) implements Dose {
        public Hold {
            if (duration.compareTo(SHORTEST_HOLD) < 0 || duration.compareTo(LONGEST_HOLD) > 0) {
                throw new IllegalArgumentException("a hold lasts 10 to 60 seconds, not " + duration);
            }
        }
    }

    /**
     * Do it so many times.
     *
     * @param most up to how many, for those to whom {@code count} feels easy
     * @param tempo the time that one takes
     */
    record Repetitions(int count, int most, Duration tempo) implements Dose {
        public Repetitions {
            if (count < 1 || count > most || most > MOST_REPETITIONS) {
                throw new IllegalArgumentException("repetitions go from 1 to 10, not " + count + " to " + most);
            }
        }

        @Override
        public Duration duration() {
            return tempo.multipliedBy(count);
        }
    }

    /**
     * Stay for so many slow breaths.
     *
     * @param tempo the time that one breath takes, in and out
     */
    record Breaths(int count, Duration tempo) implements Dose {
        public Breaths {
            if (count < 1 || count > MOST_BREATHS) {
                throw new IllegalArgumentException("breaths go from 1 to 10, not " + count);
            }
        }

        @Override
        public Duration duration() {
            return tempo.multipliedBy(count);
        }
    }
}
