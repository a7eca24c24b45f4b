package dev.limber.local.page;

import dev.limber.core.chat.Block;
import dev.limber.core.chat.PictureSource;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The pictures that were shown in some conversation, by the hash of their bytes: there are no others to be had. */
final class Pictures {
    private static final Map<String, String> TYPES = Map.of(
            "gif", "image/gif", "png", "image/png", "jpg", "image/jpeg", "jpeg", "image/jpeg", "webp", "image/webp");
    private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{64}");

    private final PictureSource source;
    private final Map<String, Block.Picture> known = new ConcurrentHashMap<>();

    Pictures(PictureSource source) {
        this.source = source;
    }

    /** A picture's bytes, with their media type. */
    static final class File {
        private final String mediaType;
        private final byte[] bytes;

        File(String mediaType, byte[] bytes) {
            this.mediaType = mediaType;
            this.bytes = bytes;
        }

        String mediaType() {
            return mediaType;
        }

        InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    void note(Entry entry) {
        entry.content()
                .path("blocks")
                .forEach(block -> Wire.pictures(block).stream()
                        .filter(picture -> HASH.matcher(picture.contentHash()).matches())
                        .forEach(picture -> known.put(picture.contentHash(), picture)));
    }

    /** Never draws: the source has it, or it is gone. */
    Optional<File> find(String hash) {
        return Optional.ofNullable(known.get(hash))
                .flatMap(picture -> mediaType(picture.path())
                        .flatMap(type -> source.find(picture).map(bytes -> new File(type, bytes))));
    }

    private static Optional<String> mediaType(String path) {
        String end = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Optional.ofNullable(TYPES.get(end));
    }
}
