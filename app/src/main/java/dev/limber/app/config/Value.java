package dev.limber.app.config;

/**
 * What somebody set.
 *
 * @param place where, for faults: the environment variable, or file, line and key
 */
record Value(String text, String place) {
    /** May be a secret. */
    @Override
    public String toString() {
        return place;
    }
}
