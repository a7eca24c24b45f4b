package dev.limber.app.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads URLs with {@code http} or {@code https}. */
final class WebAddress {
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int HIGHEST_PORT = 65_535;

    private WebAddress() {}

    /** What a URL turned out to be; the problem never holds the URL, which may hold a secret. */
    sealed interface Read {
        record Fine(URI url) implements Read {}

        record Wrong(String problem) implements Read {}
    }

    /** A URL that somebody may call, with or without a path. */
    static Read page(String text) {
        try {
            URI url = new URI(text);
            return findProblem(url).<Read>map(Read.Wrong::new).orElseGet(() -> new Read.Fine(url));
        } catch (URISyntaxException e) {
            return new Read.Wrong("is not a URL");
        }
    }

    /** Scheme, host and port, and nothing after them but perhaps a slash. */
    static Read server(String text) {
        return switch (page(text)) {
            case Read.Wrong wrong -> wrong;
            case Read.Fine(URI url)
            when !url.getRawPath().isEmpty() && !url.getRawPath().equals("/") ->
                new Read.Wrong("has a path after the host");
            case Read.Fine(URI url)
            when url.getRawQuery() != null -> new Read.Wrong("has a '?' and something after it");
            case Read.Fine(URI url) ->
                new Read.Fine(URI.create(url.getScheme().toLowerCase(Locale.ROOT) + "://"
                        + url.getHost().toLowerCase(Locale.ROOT) + (url.getPort() < 0 ? "" : ":" + url.getPort())));
        };
    }

    private static Optional<String> findProblem(URI url) {
        String scheme = Optional.ofNullable(url.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        if (!SCHEMES.contains(scheme) || url.isOpaque()) {
            return Optional.of("does not begin with http:// or https://");
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
