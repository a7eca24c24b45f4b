package dev.limber.app;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Ctrl-C and a service manager send to end a process. The Java machine ends by itself then, but with a code that
 * tells of a failure; whoever serves until told to end has not failed.
 */
final class EndSignals {
    private static final Logger LOG = LoggerFactory.getLogger(EndSignals.class);
    private static final List<String> NAMES = List.of("TERM", "INT");

    private EndSignals() {}

    /** Runs {@code end} in place of what the Java machine does; where signals cannot be had, all stays as it is. */
    static void to(Runnable end) {
        try {
            // By name, because the compiler warns of it: it is the one way, and in every Java machine that we know.
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            MethodHandle run =
                    MethodHandles.lookup().findVirtual(Runnable.class, "run", MethodType.methodType(void.class));
            Object ending = MethodHandleProxies.asInterfaceInstance(
                    handler, MethodHandles.dropArguments(run.bindTo(end), 0, signal));
            Method handle = signal.getMethod("handle", signal, handler);
            for (String name : NAMES) {
                handle.invoke(signal, signal.getConstructor(String.class).newInstance(name), ending);
            }
        } catch (ReflectiveOperationException e) {
            LOG.debug("signals are left to the Java machine", e);
        }
    }
}
