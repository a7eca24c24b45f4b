package dev.limber.local;

import dev.limber.core.chat.Block;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;

/** Puts documents into a folder, readable by their owner alone. A newer one replaces an older of the same name. */
final class Documents {
    private static final Pattern ODD = Pattern.compile("[^A-Za-z0-9._-]+");
    private static final Pattern LEADING_DOTS = Pattern.compile("^[.-]+");
    private static final int MAX_NAME_CHARACTERS = 100;

    private final Path folder;

    Documents(Path folder) {
        this.folder = folder;
    }

    /**
     * @return where it is, absolute
     * @throws IOException where it cannot be written; then an older one of that name is still whole
     */
    Path write(Block.Document document) throws IOException {
        Files.createDirectories(folder, OwnerOnly.folder());
        Path target = folder.resolve(safeName(document.name())).toAbsolutePath().normalize();
        // Written beside and moved into place: nobody reads half of it, and a planted link is replaced, not followed.
        Path draft = Files.createTempFile(folder, ".limber-", ".part", OwnerOnly.file());
        try {
            Files.write(draft, document.text().getBytes(StandardCharsets.UTF_8));
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
        return target;
    }

    /** A file name that stays in its folder, is not hidden and needs no quoting. */
    static String safeName(String name) {
        String plain = LEADING_DOTS.matcher(ODD.matcher(name).replaceAll("-")).replaceFirst("");
        if (plain.isEmpty()) {
            return "document.txt";
        }
        // The end is kept, because it says what kind of file it is.
        return plain.substring(Math.max(0, plain.length() - MAX_NAME_CHARACTERS));
    }
}
