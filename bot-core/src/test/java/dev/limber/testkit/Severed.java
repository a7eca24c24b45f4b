package dev.limber.testkit;

import dev.limber.core.chat.ChatPlatform;
import dev.limber.core.runtime.Store;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * Simulates that a process is killed: from then on none of its calls reaches the store or the platform, and none comes
 * back.
 */
public final class Severed {
    private final CountDownLatch never = new CountDownLatch(1);
    private final ReentrantReadWriteLock callsUnderWay = new ReentrantReadWriteLock();
    private volatile boolean severed;

    public Store store(Store store) {
        return wrap(Store.class, store);
    }

    public ChatPlatform platform(ChatPlatform platform) {
        return wrap(ChatPlatform.class, platform);
    }

    /** Calls that have reached the other side are done there, but their answers may be lost. */
    public void sever() {
        callsUnderWay.writeLock().lock();
        try {
            severed = true;
        } finally {
            callsUnderWay.writeLock().unlock();
        }
    }

    private <T> T wrap(Class<T> port, T target) {
        Object proxy = Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (_, method, arguments) -> {
            Object result = call(method, target, arguments);
            awaitForeverIf(severed);
            return result;
        });
        return port.cast(proxy);
    }

    private @Nullable Object call(Method method, Object target, @Nullable Object[] arguments) throws Throwable {
        callsUnderWay.readLock().lock();
        try {
            if (!severed) {
                return method.invoke(target, arguments);
            }
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        } finally {
            callsUnderWay.readLock().unlock();
        }
        awaitForeverIf(true);
        throw new IllegalStateException("for ever is over");
    }

    private void awaitForeverIf(boolean severed) throws InterruptedException {
        if (severed) {
            never.await();
        }
    }
}
