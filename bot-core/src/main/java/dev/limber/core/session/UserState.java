package dev.limber.core.session;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * All that Limber keeps in mind about one person. History stands elsewhere: it only grows.
 *
 * @param language what the person chose; without it the client's language is followed
 * @param zone what the person chose
 * @param screening the last health check, if there was one
 * @param lock why nothing may be suggested now, if so
 * @param stretch the routine under way
 * @param dialogue what the person was asked last
 * @param offers the buttons shown last: typing a label does what its button does
 * @param revision counts prompts with buttons, from anywhere: a button of an earlier one is stale; 0 before the first
 * @param unreachableSince when the person was found to be out of reach, until they have been told
 * @param nudges when the person wants to be nudged
 */
public record UserState(
        Optional<Locale> language,
        Optional<ZoneId> zone,
        Preferences preferences,
        Optional<Screening> screening,
        Optional<Lock> lock,
        Optional<Stretch> stretch,
        Dialogue dialogue,
        List<Offer> offers,
        int revision,
        Optional<Instant> unreachableSince,
        Nudges nudges)
        implements SubjectState {
    /** Of the JSON that is stored; a change of shape raises it and adds a migration. */
    public static final int SCHEMA_VERSION = 3;

    public UserState {
        offers = List.copyOf(offers);
    }

    /** Somebody who has just arrived. */
    public static UserState initial() {
        return new UserState(
                Optional.empty(),
                Optional.empty(),
                Preferences.standard(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Dialogue.None(),
                List.of(),
                0,
                Optional.empty(),
                Nudges.none());
    }

    public UserState withLanguage(Optional<Locale> value) {
        return new UserState(
                value,
                zone,
                preferences,
                screening,
                lock,
                stretch,
                dialogue,
                offers,
                revision,
                unreachableSince,
                nudges);
    }

    public UserState withZone(Optional<ZoneId> value) {
        return new UserState(
                language,
                value,
                preferences,
                screening,
                lock,
                stretch,
                dialogue,
                offers,
                revision,
                unreachableSince,
                nudges);
    }

    public UserState withPreferences(Preferences value) {
        return new UserState(
                language, zone, value, screening, lock, stretch, dialogue, offers, revision, unreachableSince, nudges);
    }

    public UserState withScreening(Optional<Screening> value) {
        return new UserState(
                language,
                zone,
                preferences,
                value,
                lock,
                stretch,
                dialogue,
                offers,
                revision,
                unreachableSince,
                nudges);
    }

    public UserState withLock(Optional<Lock> value) {
        return new UserState(
                language,
                zone,
                preferences,
                screening,
                value,
                stretch,
                dialogue,
                offers,
                revision,
                unreachableSince,
                nudges);
    }

    public UserState withStretch(Optional<Stretch> value) {
        return new UserState(
                language,
                zone,
                preferences,
                screening,
                lock,
                value,
                dialogue,
                offers,
                revision,
                unreachableSince,
                nudges);
    }

    public UserState withDialogue(Dialogue value) {
        return new UserState(
                language,
                zone,
                preferences,
                screening,
                lock,
                stretch,
                value,
                offers,
                revision,
                unreachableSince,
                nudges);
    }

    /** The same after a prompt with buttons was shown. */
    public UserState withOffers(List<Offer> value, int newRevision) {
        return new UserState(
                language,
                zone,
                preferences,
                screening,
                lock,
                stretch,
                dialogue,
                value,
                newRevision,
                unreachableSince,
                nudges);
    }

    public UserState withUnreachableSince(Optional<Instant> value) {
        return new UserState(
                language, zone, preferences, screening, lock, stretch, dialogue, offers, revision, value, nudges);
    }

    public UserState withNudges(Nudges value) {
        return new UserState(
                language,
                zone,
                preferences,
                screening,
                lock,
                stretch,
                dialogue,
                offers,
                revision,
                unreachableSince,
                value);
    }
}
