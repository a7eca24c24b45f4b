package dev.limber.core.coach;

import java.time.ZoneId;
import java.util.Locale;

/** What holds until a person chooses. */
public record Defaults(Locale language, ZoneId zone) {}
