package dev.limber.app;

import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens files for whoever sits at a desktop; where there is none, their paths have been printed anyway. */
final class ScreenViewer {
    private static final Logger LOG = LoggerFactory.getLogger(ScreenViewer.class);

    private ScreenViewer() {}

    static void open(List<Path> files) {
        try {
            if (GraphicsEnvironment.isHeadless() || !Desktop.isDesktopSupported()) {
                return;
            }
            for (Path file : files) {
                Desktop.getDesktop().open(file.toFile());
            }
        } catch (IOException | RuntimeException | LinkageError noDesktop) {
            LOG.info("cannot open the pictures: {}", noDesktop.toString());
        }
    }
}
