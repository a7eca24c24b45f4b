package dev.limber.benchmarks;

import dev.limber.core.chat.Body;
import dev.limber.core.chat.Pace;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A million people with a nudge each: copies, made by SQL, of one who has really asked for it. */
final class NudgePopulation {
    static final int PEOPLE = 1_000_000;

    /** Whoever asked is nobody of them, and cannot be taken for anybody. */
    private static final int TEMPLATE = PEOPLE;

    private static final String SUBJECT = "'person/bench/" + TEMPLATE + "'";
    private static final Duration NONE_BEFORE = Duration.ofHours(6);
    private static final Duration SPREAD = Duration.ofDays(3);

    private final Database database;

    NudgePopulation(Database database) {
        this.database = database;
    }

    /** The nudges are due over the coming days, from in some hours on. */
    void fill(InstantSource clock) throws SQLException {
        var platform = new CountingPlatform(TEMPLATE + 1, Pace.unlimited());
        try (var talk = new NudgeTalk(database, platform)) {
            talk.say(TEMPLATE, new Body.CommandCalled("nudge", "daily 9:00"));
            talk.say(TEMPLATE, new Body.TextWritten("Berlin"));
        }
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            String numbers = database.numbers(0, PEOPLE);
            String from = " FROM number, %s WHERE subject_key = " + SUBJECT;
            statement.execute(numbers + "INSERT INTO subject (subject_key, version, state, last_turn, last_day)"
                    + " SELECT 'person/bench/' || n, version, replace(state, '\"" + TEMPLATE
                    + "\"', '\"' || n || '\"'),"
                    + " last_turn, last_day" + from.formatted("subject"));
            long first = clock.instant().plus(NONE_BEFORE).toEpochMilli();
            String due = first + " + CAST(n AS BIGINT) * " + SPREAD.toMillis() + " / " + PEOPLE;
            statement.execute(numbers
                    + "INSERT INTO nudge (subject_key, nudge, due, platform, bot, chat, thread, private, language)"
                    + " SELECT 'person/bench/' || n, nudge, " + due
                    + ", platform, bot, CAST(n AS TEXT), thread, private, language" + from.formatted("nudge"));
            statement.execute("DELETE FROM nudge WHERE subject_key = " + SUBJECT);
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute(database.settle());
            check(statement);
        }
    }

    private static void check(Statement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery(
                "SELECT COUNT(*) FROM nudge WHERE chat = CAST(substr(subject_key, 14) AS TEXT)")) {
            if (!result.next() || result.getInt(1) != PEOPLE) {
                throw new IllegalStateException("the nudges were not made");
            }
        }
    }

    /** So many from the first on are due at one instant. */
    void makeDue(int first, int count, Instant due) throws SQLException {
        String keys = database.numbers(first, first + count) + "SELECT 'person/bench/' || n FROM number";
        try (Connection connection = database.connect();
                PreparedStatement statement =
                        connection.prepareStatement("UPDATE nudge SET due = ? WHERE subject_key IN (" + keys + ")")) {
            statement.setLong(1, due.toEpochMilli());
            if (statement.executeUpdate() != count) {
                throw new IllegalStateException("some of those nudges are not planned any more");
            }
        }
    }
}
