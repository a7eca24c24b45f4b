package dev.limber.testkit.broken.unlisted;

import com.ibm.icu.text.MessageFormat;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/** Uses what it may not, and is not pure. */
public final class UsesALibrary {
    private UsesALibrary() {}

    public static MessageFormat[] formats() {
        return new MessageFormat[] {new MessageFormat("", Locale.ROOT)};
    }

    public static Path file() {
        return Path.of("x");
    }

    public static int dice(Random random) {
        return random.nextInt(6);
    }
}
