package dev.limber.app.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code sqlite:/folder/file.db}, which may also be written as a JDBC URL or with two more slashes. */
final class SqliteUrl {
    private static final Pattern URL = Pattern.compile("(?:jdbc:)?([A-Za-z][A-Za-z0-9+.-]*):(.*)", Pattern.DOTALL);
    private static final String RIGHT = "Write sqlite:/folder/limber.db, or leave it out";

    private SqliteUrl() {}

    /** What a URL turned out to be; the problem never holds the URL, which may hold a password. */
    sealed interface Read {
        /** @param file as written, possibly relative */
        record Sqlite(Path file) implements Read {}

        record Wrong(String problem, String hint) implements Read {}
    }

    static Read read(String url) {
        Matcher parts = URL.matcher(url.strip());
        if (!parts.matches()) {
            return new Read.Wrong("is not a database URL", RIGHT + ".");
        }
        String scheme = parts.group(1).toLowerCase(Locale.ROOT);
        return scheme.equals("sqlite") ? file(parts.group(2)) : otherScheme(scheme);
    }

    private static Read otherScheme(String scheme) {
        if (scheme.startsWith("postgres")) {
            return new Read.Wrong("PostgreSQL is not served yet", RIGHT + ": only SQLite is served so far.");
        }
        boolean typo = Nearest.closeAmong(List.of("sqlite"), scheme).isPresent();
        return new Read.Wrong(
                "databases of the kind '" + scheme + "' are not served",
                typo ? "Did you mean 'sqlite'? " + RIGHT + "." : RIGHT + ": only SQLite is served so far.");
    }

    private static Read file(String rest) {
        if (rest.startsWith("//") && !rest.startsWith("///")) {
            return new Read.Wrong("names a host, but SQLite is a file on this machine", RIGHT + ".");
        }
        String path = rest.startsWith("//") ? rest.substring(2) : rest;
        if (path.isBlank() || path.startsWith(":memory:")) {
            return new Read.Wrong("names no file, so everything would be forgotten at the end", RIGHT + ".");
        }
        if (path.indexOf('?') >= 0) {
            return new Read.Wrong("has options after '?', which are not served", RIGHT + ".");
        }
        try {
            return new Read.Sqlite(Path.of(path));
        } catch (InvalidPathException e) {
            return new Read.Wrong("names a file that this system cannot have", RIGHT + ".");
        }
    }
}
