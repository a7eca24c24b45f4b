package dev.limber.app.config;

/**
 * One setting that cannot be used. Never holds the value of a secret.
 *
 * @param place the environment variable, or file, line and key
 * @param hint what would work, as a sentence
 */
public record ConfigFault(String place, String problem, String hint) {
    @Override
    public String toString() {
        return place + ": " + problem + ". " + hint;
    }
}
