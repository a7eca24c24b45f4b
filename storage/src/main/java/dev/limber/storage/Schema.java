package dev.limber.storage;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The tables that this program knows, as numbered scripts: one set for both databases, and what one of them adds. */
final class Schema {
    /** The highest version among the scripts. */
    static final int LATEST = 4;

    static final String SCRIPTS = "dev/limber/storage/schema";

    private static final String POSTGRESQL_SCRIPTS = "dev/limber/storage/postgresql";

    private Schema() {}

    /** What migrates a database, as soon as it is told which. */
    static FluentConfiguration of(Dialect dialect) {
        FluentConfiguration configuration = Flyway.configure().placeholders(dialect.placeholders());
        return switch (dialect) {
            case SQLITE -> configuration.locations("classpath:" + SCRIPTS);
            case POSTGRESQL -> configuration.locations("classpath:" + SCRIPTS, "classpath:" + POSTGRESQL_SCRIPTS);
        };
    }
}
