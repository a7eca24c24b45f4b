package dev.limber.app.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reads URLs. */
final class WebAddress {
    private static final List<String> PAGES = List.of("http", "https");
    private static final List<String> SOCKETS = List.of("ws", "wss");
    private static final int HIGHEST_PORT = 65_535;

    private WebAddress() {}

    /** What a URL turned out to be; the problem never holds the URL, which may hold a secret. */
    sealed interface Read {
        record Fine(URI url) implements Read {}

        record Wrong(String problem) implements Read {}
    }

    /** A URL with {@code http} or {@code https} that somebody may call, with or without a path. */
    static Read page(String text) {
        return read(text, PAGES);
    }

    /** Scheme, host and port, and nothing after them but perhaps a slash. */
    static Read server(String text) {
        return switch (page(text)) {
            case Read.Fine(URI url) when hasPath(url) -> new Read.Wrong("has a path after the host");
            case Read read -> plain(read, _ -> "");
        };
    }

    /** What calls are put below: a path with a slash at its end, or the given one where there is none. */
    static Read folder(String text, String otherwise) {
        return plain(page(text), path -> {
            if (path.isEmpty() || path.equals("/")) {
                return otherwise;
            }
            return path.endsWith("/") ? path : path + "/";
        });
    }

    /** A URL with {@code ws} or {@code wss}, with or without a path. */
    static Read socket(String text) {
        return plain(read(text, SOCKETS), UnaryOperator.identity());
    }

    private static boolean hasPath(URI url) {
        return !url.getRawPath().isEmpty() && !url.getRawPath().equals("/");
    }

    private static Read read(String text, List<String> schemes) {
        try {
            URI url = new URI(text);
            return findProblem(url, schemes).<Read>map(Read.Wrong::new).orElseGet(() -> new Read.Fine(url));
        } catch (URISyntaxException e) {
            return new Read.Wrong("is not a URL");
        }
    }

    /** Scheme, host and port in their usual spelling, and a path made from the one there is; nothing may follow. */
    private static Read plain(Read read, UnaryOperator<String> path) {
        return switch (read) {
            case Read.Wrong wrong -> wrong;
            case Read.Fine(URI url)
            when url.getRawQuery() != null -> new Read.Wrong("has a '?' and something after it");
            case Read.Fine(URI url) ->
                new Read.Fine(URI.create(url.getScheme().toLowerCase(Locale.ROOT) + "://"
                        + url.getHost().toLowerCase(Locale.ROOT) + (url.getPort() < 0 ? "" : ":" + url.getPort())
                        + path.apply(url.getRawPath())));
        };
    }

    private static Optional<String> findProblem(URI url, List<String> schemes) {
        String scheme = Optional.ofNullable(url.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        if (!schemes.contains(scheme) || url.isOpaque()) {
            return Optional.of("does not begin with " + String.join(":// or ", schemes) + "://");
        }
        if (Optional.ofNullable(url.getRawAuthority()).orElse("").contains("@")) {
            return Optional.of("has a name or a password before the host");
        }
        if (url.getHost() == null) {
            return Optional.of("names no host of letters, digits, '-' and '.'");
        }
        if (url.getPort() == 0 || url.getPort() > HIGHEST_PORT) {
            return Optional.of("has a port that cannot be");
        }
        return url.getRawFragment() == null ? Optional.empty() : Optional.of("has a '#' and something after it");
    }
}
