package dev.limber.app;

import dev.limber.core.chat.OnlinePlatform;
import dev.limber.core.chat.Platform;
import java.util.function.Supplier;

/**
 * A platform that there are settings for.
 *
 * @param name as people write it
 * @param servedByAll whether all instances of Limber take its events at once; otherwise one of them does
 * @param maker makes it, each time that this instance's turn to serve it begins
 */
record ConfiguredPlatform(Platform id, String name, boolean servedByAll, Supplier<OnlinePlatform> maker) {}
