package dev.limber.core.runtime;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.ChatPlatform;
import dev.limber.core.chat.Platform;
import dev.limber.core.chat.UserId;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks platforms who may manage a chat: each time anew, for rights come and go. */
final class Rights {
    private static final Logger LOG = LoggerFactory.getLogger(Rights.class);

    private final Map<Platform, ChatPlatform> platforms = new ConcurrentHashMap<>();
    private final Duration patience;

    /** @param patience how long somebody waits for the answer */
    Rights(Duration patience) {
        this.patience = patience;
    }

    void know(Collection<? extends ChatPlatform> some) {
        some.forEach(platform -> platforms.put(platform.id(), platform));
    }

    /** Blocks, for a while at most; where the platform does not say so, the answer is no. */
    boolean mayManage(UserId user, Address address) {
        ChatPlatform platform = platforms.get(address.platform());
        if (platform == null) {
            return false;
        }
        var answer = new CompletableFuture<Boolean>();
        Thread.ofVirtual().name("rights").start(() -> ask(platform, user, address, answer));
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn("{} does not say in {} who may manage a chat", platform.id(), patience);
            return false;
        } catch (ExecutionException e) {
            LOG.error("{}: the adapter broke when asked who may manage a chat", platform.id(), Discreet.of(e));
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void ask(ChatPlatform platform, UserId user, Address address, CompletableFuture<Boolean> answer) {
        try {
            answer.complete(platform.mayManage(user, address));
        } catch (RuntimeException | Error bug) {
            answer.completeExceptionally(bug);
        }
    }
}
