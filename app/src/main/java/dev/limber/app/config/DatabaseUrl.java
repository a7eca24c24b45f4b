package dev.limber.app.config;

import dev.limber.storage.StorageConfig;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code sqlite:/folder/file.db}, which may also be written with two more slashes, and {@code
 * postgresql://user:password@host/database}; either may be a JDBC URL, too.
 */
final class DatabaseUrl {
    private static final Pattern URL = Pattern.compile("(?:jdbc:)?([A-Za-z][A-Za-z0-9+.-]*):(.*)", Pattern.DOTALL);
    private static final String RIGHT_FILE = "Write sqlite:/folder/limber.db";
    private static final String RIGHT_SERVER = "postgresql://user:password@host/database";
    private static final String RIGHT = RIGHT_FILE + " or " + RIGHT_SERVER + ", or leave it out.";

    private DatabaseUrl() {}

    /** What a URL turned out to be; the problem never holds the URL, which may hold a password. */
    sealed interface Read {
        /** @param file as written, possibly relative */
        record Sqlite(Path file) implements Read {}

        record Postgres(StorageConfig.Postgres server) implements Read {}

        record Wrong(String problem, String hint) implements Read {}
    }

    static Read read(String url) {
        Matcher parts = URL.matcher(url.strip());
        if (!parts.matches()) {
            return new Read.Wrong("is not a database URL", RIGHT);
        }
        String scheme = parts.group(1).toLowerCase(Locale.ROOT);
        return switch (scheme) {
            case "sqlite" -> file(parts.group(2));
            case "postgresql", "postgres" -> server(parts.group(2));
            default -> otherScheme(scheme);
        };
    }

    private static Read otherScheme(String scheme) {
        Optional<String> near = Nearest.closeAmong(List.of("sqlite", "postgresql", "postgres"), scheme);
        return new Read.Wrong(
                "databases of the kind '" + scheme + "' are not served",
                near.map(name -> "Did you mean '" + name + "'? ").orElse("") + RIGHT);
    }

    private static Read server(String rest) {
        return PostgresUrl.read(rest)
                .<Read>map(Read.Postgres::new)
                .orElseGet(() -> new Read.Wrong(
                        "does not name a host and a database of PostgreSQL",
                        "Write " + RIGHT_SERVER + ", with all signs but letters and digits of the password"
                                + " percent-encoded."));
    }

    private static Read file(String rest) {
        if (rest.startsWith("//") && !rest.startsWith("///")) {
            return new Read.Wrong("names a host, but SQLite is a file on this machine", RIGHT);
        }
        String path = rest.startsWith("//") ? rest.substring(2) : rest;
        if (path.isBlank() || path.startsWith(":memory:")) {
            return new Read.Wrong("names no file, so everything would be forgotten at the end", RIGHT);
        }
        if (path.indexOf('?') >= 0) {
            return new Read.Wrong("has options after '?', which are not served", RIGHT);
        }
        try {
            return new Read.Sqlite(Path.of(path));
        } catch (InvalidPathException e) {
            return new Read.Wrong("names a file that this system cannot have", RIGHT);
        }
    }
}
