package dev.limber.app.config;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * What the configuration may know of the machine.
 *
 * @param environment all environment variables
 * @param userHome the person's own folder
 * @param workingFolder what relative paths in the environment are relative to
 * @param loginName who is logged in
 * @param zone the machine's time zone
 */
public record Machine(
        Map<String, String> environment, Path userHome, Path workingFolder, Optional<String> loginName, ZoneId zone) {
    public Machine {
        environment = Map.copyOf(environment);
    }

    /** Environment variables hold secrets: they stay out of logs and errors. */
    @Override
    public String toString() {
        return "Machine[" + environment.size() + " environment variables]";
    }
}
