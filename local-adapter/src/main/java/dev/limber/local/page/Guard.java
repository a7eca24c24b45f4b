package dev.limber.local.page;

import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lets in what the page itself asks for, and nothing that another page has the browser ask for: neither under another
 * name of this machine nor from another origin. Tells the browser to load nothing from elsewhere and to run nothing else.
 */
final class Guard {
    static final int MOST_BYTES = 64 * 1024;

    private static final int UNSUPPORTED_MEDIA_TYPE = 415;
    private static final String API = "/api/";
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "X-Frame-Options",
            "DENY");
    private static final int USUAL = 80;
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private final Set<String> hosts;
    private final Set<String> origins;

    Guard(int port) {
        // Browsers leave out the usual port.
        String suffix = port == USUAL ? "" : ":" + port;
        hosts = Set.of("127.0.0.1" + suffix, "localhost" + suffix);
        origins = hosts.stream().map(host -> "http://" + host).collect(Collectors.toUnmodifiableSet());
    }

    /** Throws where a request is not to be answered. */
    void check(Context request) {
        HEADERS.forEach(request::header);
        if (!header(request, "Host").map(hosts::contains).orElse(false)) {
            throw new ForbiddenResponse("This page has another address.");
        }
        if (!header(request, "Origin").map(origins::contains).orElse(true)) {
            throw new ForbiddenResponse("Another page has no business here.");
        }
        boolean opens = request.path().equals("/") && request.method().equals(HandlerType.GET);
        if (!opens
                && !header(request, "Sec-Fetch-Site").map(OWN_SITES::contains).orElse(true)) {
            throw new ForbiddenResponse("Another page has no business here.");
        }
        if (request.path().startsWith(API)) {
            request.header("Cache-Control", "no-store");
        }
        if (request.method().equals(HandlerType.POST)) {
            checkBody(request);
        }
    }

    private static void checkBody(Context request) {
        String type = header(request, "Content-Type").orElse("");
        if (!type.split(";", -1)[0].strip().equalsIgnoreCase("application/json")) {
            throw new HttpResponseException(UNSUPPORTED_MEDIA_TYPE, "Only JSON is taken.", Map.of());
        }
        if (request.contentLength() > MOST_BYTES) {
            throw new ContentTooLargeResponse("That is too long.");
        }
    }

    private static Optional<String> header(Context request, String name) {
        return Optional.ofNullable(request.header(name));
    }
}
