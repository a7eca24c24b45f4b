package dev.limber.core.coach;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * What is known of a person where a chat's turn is decided.
 *
 * @param mayManage whether the platform lets the person change what the chat has set; no where that was not asked
 * @param language what the person chose
 * @param zone what the person chose
 */
public record Standing(boolean mayManage, Optional<Locale> language, Optional<ZoneId> zone) {
    /** Where nothing depends on it. */
    public static final Standing UNKNOWN = new Standing(false, Optional.empty(), Optional.empty());
}
