package dev.limber.storage;

import dev.limber.core.runtime.StoreException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns what PostgreSQL reports into one sentence that says what to do, and hides who logs in with what. */
final class PostgresFaults {
    private static final String NOTHING = "nothing was changed";

    /** The server ends, was ended, is not ready yet, or has ended a connection on which nothing happened for too long. */
    private static final Set<String> SERVER_ENDS = Set.of("57P01", "57P02", "57P03", "57P05", "25P03");

    /** Serialization failures, deadlocks, and subjects that others have renamed, made or erased meanwhile. */
    private static final Set<String> LOST_A_RACE = Set.of("40001", "40P01", "23505", "23503");

    private final StorageConfig.Postgres config;
    private final String place;

    PostgresFaults(StorageConfig.Postgres config) {
        this.config = config;
        this.place = "The database " + config.place();
    }

    /** @param failure from PostgreSQL, possibly wrapped */
    StoreException of(Exception failure) {
        return new StoreException(sentence(failure), discreet(failure));
    }

    StoreException closed() {
        return new StoreException(place + " is closed: Limber is shutting down.", null);
    }

    /** Nobody knows whether a transaction was committed. */
    StoreException inDoubt(Exception failure) {
        return new StoreException(
                place + " was lost in the very moment in which something was stored, and whether it is will be seen"
                        + " when the database is back: see that it runs and can be reached from here.",
                discreet(failure));
    }

    StoreException tooOld(int major, int least) {
        return new StoreException(
                place + " is of PostgreSQL " + major + ", and Limber needs " + least + " or newer: update the server; "
                        + NOTHING + ".",
                null);
    }

    StoreException notUnicode(String encoding) {
        return new StoreException(
                place + " has the encoding " + encoding + ", which cannot hold all that people write: create one with"
                        + " ENCODING 'UTF8' for Limber; " + NOTHING + ".",
                null);
    }

    StoreException readOnly() {
        return new StoreException(readOnlySentence(), null);
    }

    StoreException notEmpty() {
        return new StoreException(
                place + " is not empty, or a Limber is using it: name one that is new; it was left as it is.", null);
    }

    StoreException noSchema() {
        return new StoreException(noSchemaSentence(), null);
    }

    StoreException notAllowed() {
        return new StoreException(notAllowedSentence(), null);
    }

    StoreException newer() {
        return new StoreException(
                place + " was brought up to date by a newer Limber: start that one, or restore a backup from before it;"
                        + " it was left as it is.",
                null);
    }

    StoreException foreign(Exception failure) {
        return new StoreException(
                place + " has tables that are not Limber's, or that somebody changed: give Limber a database of its"
                        + " own, or restore a backup; it was left as it is.",
                discreet(failure));
    }

    /** Whether the connection is gone, so that the server may have done what it was told last. */
    static boolean connectionLost(SQLException failure) {
        String state = state(failure).orElse("");
        return state.startsWith("08") || SERVER_ENDS.contains(state);
    }

    /** Whether the same may go through at once: nothing of it has happened. */
    static boolean worthAnotherTry(SQLException failure) {
        return LOST_A_RACE.contains(state(failure).orElse(""))
                || (connectionLost(failure) && !(failure instanceof SQLTransientConnectionException));
    }

    static boolean known(Exception failure) {
        return state(failure).isPresent();
    }

    /** The same failure without user and password, which servers like to quote. */
    SQLException discreet(Throwable failure) {
        var copy = new SQLException(
                failure.getClass().getSimpleName() + ": " + hidden(failure.getMessage()),
                state(failure).orElse(null));
        copy.setStackTrace(failure.getStackTrace());
        Throwable cause = failure.getCause();
        if (cause != null) {
            copy.initCause(discreet(cause));
        }
        return copy;
    }

    private String hidden(@Nullable String message) {
        String text = message == null ? "" : message;
        for (String secret : Stream.of(config.password(), config.user())
                .flatMap(Optional::stream)
                .filter(given -> !given.isBlank())
                .toList()) {
            text = text.replace(secret, "***");
        }
        return text;
    }

    private String sentence(Exception failure) {
        String state = state(failure).orElse("");
        return switch (state) {
            case "28P01", "28000", "08004" ->
                place + " refuses Limber's user, password or kind of connection: correct them in LIMBER_DATABASE_URL, "
                        + "or let the server admit them.";
            case "3D000" -> place + " does not exist: create it on the server, or correct LIMBER_DATABASE_URL.";
            case "3F000" -> noSchemaSentence();
            case "53300" ->
                place + " admits no more connections: raise its max_connections, or end others; " + NOTHING + ".";
            case "53100" ->
                "The disk of the server that has " + config.place() + " is full: make room there; " + NOTHING
                        + ", and Limber goes on as soon as there is room.";
            case "25006" -> readOnlySentence();
            case "42501" -> notAllowedSentence();
            case "54000" -> place + " cannot index such a long name; " + NOTHING + ".";
            case "55P03", "40001", "40P01", "23505", "23503" ->
                place + " is kept locked by another program: end what it does there, then try again; " + NOTHING + ".";
            case "" -> unknown(failure);
            default -> state.startsWith("08") || SERVER_ENDS.contains(state) ? gone() : other(state);
        };
    }

    private String gone() {
        return place + " cannot be reached: see that the server runs and that this machine may reach it; " + NOTHING
                + ", and Limber goes on by itself as soon as it answers.";
    }

    private String readOnlySentence() {
        return place + " is read-only: name the server that takes writes in LIMBER_DATABASE_URL; " + NOTHING + ".";
    }

    private String noSchemaSentence() {
        return place + " has no schema for Limber: create the one that LIMBER_DATABASE_URL names in currentSchema.";
    }

    private String notAllowedSentence() {
        return place + " does not let Limber's user do its work: let the user own the tables, and create some in the"
                + " schema; " + NOTHING + ".";
    }

    private String other(String state) {
        return state.startsWith("XX")
                ? place + " is damaged (" + state + "): look into the server's log, and restore a backup."
                : place + " refused to work (" + state + "), and " + NOTHING
                        + ": this is a fault in Limber, please report it with the log.";
    }

    private String unknown(Exception failure) {
        return failure instanceof SQLTransientConnectionException
                ? place + " is so busy that none of Limber's connections came free within some seconds; " + NOTHING
                        + ": try again, and see what keeps the server busy."
                : place + " failed unexpectedly (" + failure.getClass().getSimpleName() + "), and " + NOTHING
                        + ": please report it with the log.";
    }

    private static Optional<String> state(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql && sql.getSQLState() != null) {
                return Optional.of(sql.getSQLState());
            }
        }
        return Optional.empty();
    }
}
