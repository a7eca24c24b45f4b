package dev.limber.app.config;

import java.time.ZoneId;
import java.util.Locale;

/** What holds until a person chooses. */
public record CoreConfig(Locale language, ZoneId zone) {}
