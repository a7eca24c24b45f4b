package dev.limber.local.page;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The files that the page is made of, each read once. A browser keeps them, and asks whether they are still the same. */
final class Assets {
    private static final String FOLDER = "/dev/limber/local/page/";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    private final Map<String, Asset> byPath = new LinkedHashMap<>();

    /** @param names of the files, each of which is to be had under its name; the first one under {@code /} */
    Assets(String... names) {
        for (String name : names) {
            byPath.put(byPath.isEmpty() ? "/" : "/" + name, read(name));
        }
    }

    private static final class Asset {
        private final byte[] bytes;
        private final String type;
        private final String tag;

        Asset(byte[] bytes, String type, String tag) {
            this.bytes = bytes;
            this.type = type;
            this.tag = tag;
        }
    }

    Iterable<String> paths() {
        return byPath.keySet();
    }

    void answer(Context request) {
        Asset asset = Optional.ofNullable(byPath.get(request.path())).orElseThrow();
        request.header("Cache-Control", "no-cache");
        request.header("ETag", asset.tag);
        if (asset.tag.equals(request.header("If-None-Match"))) {
            request.status(HttpStatus.NOT_MODIFIED);
        } else {
            request.contentType(asset.type).result(asset.bytes);
        }
    }

    private static Asset read(String name) {
        try (InputStream in = Assets.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing in the package");
            }
            byte[] bytes = in.readAllBytes();
            String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            return new Asset(bytes, type, "\"" + hash.substring(0, 16) + "\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
