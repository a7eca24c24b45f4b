package dev.limber.core.session;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * All that Limber keeps in mind about a chat whose members share something. Nothing here is about anybody's health, and
 * nobody's name is in it; nor is the chat's own address, which may change.
 *
 * @param language that of whoever set the nudges
 * @param zone in which the chat's days and times are meant; the default where nobody said
 * @param nudges at most one that recurs, and those that come once
 * @param silence why none comes, if so
 * @param ignored how many in a row nobody joined
 * @param lastNudge the last one that was said
 * @param together the routine that is done together
 * @param lastTogether when the last one ended
 * @param before what the last change can be undone to
 * @param revision counts prompts with buttons
 */
public record ChatState(
        Optional<Locale> language,
        Optional<ZoneId> zone,
        List<ChatNudge> nudges,
        Optional<Silence> silence,
        int ignored,
        Optional<Said> lastNudge,
        Attendance attendance,
        Optional<Together> together,
        Optional<Instant> lastTogether,
        Optional<Before> before,
        int revision)
        implements SubjectState {
    /** Of those that come once. */
    public static final int MOST_ONCE = 5;

    public ChatState {
        nudges = List.copyOf(nudges);
    }

    /**
     * A nudge that was said.
     *
     * @param text which of the texts it had, so that the next one has another
     */
    public record Said(Instant occurrence, int text) {}

    /** @param id tells the button for it from that of an earlier change */
    public record Before(String id, List<ChatNudge> nudges, Optional<Silence> silence, Optional<ZoneId> zone) {
        public Before {
            nudges = List.copyOf(nudges);
        }
    }

    /** A chat of which nothing is known. */
    public static ChatState initial() {
        return new ChatState(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                0,
                Optional.empty(),
                Attendance.none(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0);
    }

    @Override
    public Optional<Stretch> stretch() {
        return together.map(Together::stretch);
    }

    public Optional<ChatNudge> find(String nudge) {
        return nudges.stream().filter(each -> each.id().equals(nudge)).findFirst();
    }

    public ChatState withLanguage(Optional<Locale> value) {
        return new ChatState(
                value, zone, nudges, silence, ignored, lastNudge, attendance, together, lastTogether, before, revision);
    }

    public ChatState withZone(Optional<ZoneId> value) {
        return new ChatState(
                language,
                value,
                nudges,
                silence,
                ignored,
                lastNudge,
                attendance,
                together,
                lastTogether,
                before,
                revision);
    }

    public ChatState withNudges(List<ChatNudge> value) {
        return new ChatState(
                language,
                zone,
                value,
                silence,
                ignored,
                lastNudge,
                attendance,
                together,
                lastTogether,
                before,
                revision);
    }

    public ChatState withSilence(Optional<Silence> value) {
        return new ChatState(
                language,
                zone,
                nudges,
                value,
                ignored,
                lastNudge,
                attendance,
                together,
                lastTogether,
                before,
                revision);
    }

    public ChatState withIgnored(int value) {
        return new ChatState(
                language,
                zone,
                nudges,
                silence,
                value,
                lastNudge,
                attendance,
                together,
                lastTogether,
                before,
                revision);
    }

    public ChatState withLastNudge(Said value) {
        return new ChatState(
                language,
                zone,
                nudges,
                silence,
                ignored,
                Optional.of(value),
                attendance,
                together,
                lastTogether,
                before,
                revision);
    }

    public ChatState withAttendance(Attendance value) {
        return new ChatState(
                language, zone, nudges, silence, ignored, lastNudge, value, together, lastTogether, before, revision);
    }

    public ChatState withTogether(Optional<Together> value) {
        return new ChatState(
                language, zone, nudges, silence, ignored, lastNudge, attendance, value, lastTogether, before, revision);
    }

    public ChatState withLastTogether(Instant value) {
        return new ChatState(
                language,
                zone,
                nudges,
                silence,
                ignored,
                lastNudge,
                attendance,
                together,
                Optional.of(value),
                before,
                revision);
    }

    public ChatState withBefore(Optional<Before> value) {
        return new ChatState(
                language,
                zone,
                nudges,
                silence,
                ignored,
                lastNudge,
                attendance,
                together,
                lastTogether,
                value,
                revision);
    }

    public ChatState withRevision(int value) {
        return new ChatState(
                language, zone, nudges, silence, ignored, lastNudge, attendance, together, lastTogether, before, value);
    }
}
