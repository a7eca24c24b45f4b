package dev.limber.telegram.outgoing;

import dev.limber.core.chat.AdapterMemory;
import dev.limber.core.chat.Block;
import dev.limber.telegram.api.Chats;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which pictures Telegram has already: what was uploaded once is sent by its id from then on. Where the memory fails, a
 * picture is just uploaded again.
 */
final class Uploads {
    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

    private final AdapterMemory memory;
    private final String bot;

    /** There are as many as there are pictures. */
    private final Map<String, Uploaded> known = new ConcurrentHashMap<>();

    private final Map<String, ReentrantLock> uploading = new ConcurrentHashMap<>();

    Uploads(AdapterMemory memory, long botId) {
        this.memory = memory;
        this.bot = Long.toString(botId);
    }

    /**
     * A file as Telegram knows it.
     *
     * @param fileId for sending it; lasts as long as the bot does, mostly
     * @param uniqueId the same for ever, in messages that show it, too
     */
    record Uploaded(String fileId, String uniqueId) {}

    /** Whoever has it uploads the picture, while all others who want to show it wait. */
    ReentrantLock lock(Block.Picture picture) {
        return uploading.computeIfAbsent(picture.contentHash(), _ -> new ReentrantLock());
    }

    Optional<Uploaded> find(Block.Picture picture) {
        Optional<Uploaded> remembered = Optional.ofNullable(known.get(picture.contentHash()));
        if (remembered.isPresent()) {
            return remembered;
        }
        Optional<Uploaded> stored = findStored(picture);
        stored.ifPresent(uploaded -> known.put(picture.contentHash(), uploaded));
        return stored;
    }

    private Optional<Uploaded> findStored(Block.Picture picture) {
        try {
            return memory.find(Chats.PLATFORM, bot, key(picture))
                    .map(stored -> stored.split(" ", 2))
                    .filter(parts -> parts.length == 2)
                    .map(parts -> new Uploaded(parts[0], parts[1]));
        } catch (RuntimeException e) {
            LOG.warn("what was uploaded cannot be read: {}", e.getMessage());
            return Optional.empty();
        }
    }

    void remember(Block.Picture picture, Uploaded uploaded) {
        known.put(picture.contentHash(), uploaded);
        change(() -> memory.put(Chats.PLATFORM, bot, key(picture), uploaded.fileId() + " " + uploaded.uniqueId()));
    }

    void forget(Block.Picture picture) {
        known.remove(picture.contentHash());
        change(() -> memory.remove(Chats.PLATFORM, bot, key(picture)));
    }

    private static void change(Runnable change) {
        try {
            change.run();
        } catch (RuntimeException e) {
            LOG.warn("what was uploaded cannot be noted: {}", e.getMessage());
        }
    }

    private static String key(Block.Picture picture) {
        return "picture/" + picture.contentHash();
    }
}
