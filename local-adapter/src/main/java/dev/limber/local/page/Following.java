package dev.limber.local.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.sse.SseClient;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** One browser tab that reads along: it is told what has changed until it goes, and never a thing twice. */
final class Following implements Runnable {
    /** Short enough for a tab that is gone to be noticed before many of them gather. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);

    private final SseClient browser;
    private final Conversation conversation;
    private final Supplier<PageWords.Spoken> words;
    private Position read;
    private Optional<PageWords.Spoken> told = Optional.empty();

    /** @param read what the tab had before */
    Following(SseClient browser, Conversation conversation, Supplier<PageWords.Spoken> words, Position read) {
        this.browser = browser;
        this.conversation = conversation;
        this.words = words;
        this.read = read;
    }

    @Override
    public void run() {
        try {
            tellWords();
            boolean first = true;
            while (!browser.terminated() && !conversation.isClosed()) {
                Changes changes = conversation.changesAfter(read, first ? Duration.ZERO : SIGN_OF_LIFE);
                if (first || !changes.isEmpty()) {
                    tell(changes);
                    // The person may have chosen another language by what was answered now.
                    tellWords();
                } else {
                    browser.sendComment("");
                }
                first = false;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            browser.close();
        }
    }

    private void tellWords() {
        PageWords.Spoken now = words.get();
        if (!told.equals(Optional.of(now))) {
            told = Optional.of(now);
            ObjectNode event = Wire.JSON
                    .createObjectNode()
                    .put("name", conversation.person().name())
                    .put("language", now.language().toLanguageTag());
            ObjectNode all = event.putObject("words");
            now.words().forEach(all::put);
            browser.sendEvent("words", event.toString());
        }
    }

    private void tell(Changes changes) {
        ObjectNode event = Wire.JSON.createObjectNode().put("anew", changes.anew());
        ArrayNode entries = event.putArray("entries");
        changes.entries().forEach(entry -> entries.add(Wire.forPage(entry)));
        read = changes.now();
        browser.sendEvent("changes", event.toString(), read.toString());
    }
}
