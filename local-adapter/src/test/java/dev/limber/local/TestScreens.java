package dev.limber.local;

import java.io.InputStream;
import java.io.OutputStream;

/** Screens of this package for tests that put the whole house together. */
public final class TestScreens {
    private TestScreens() {}

    /** Somebody sits there, at a terminal without comforts. */
    public static Screen plain(InputStream in, OutputStream out) {
        return new PlainScreen(in, out, out, true);
    }
}
