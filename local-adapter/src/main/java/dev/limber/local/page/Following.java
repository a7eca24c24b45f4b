package dev.limber.local.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** One browser tab that reads along: it is told what has changed until it goes, and never a thing twice. */
final class Following {
    /** Short enough for a tab that is gone to be noticed before many of them gather. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);

    private final OutputStream browser;
    private final Conversation conversation;
    private final Supplier<PageWords.Spoken> words;
    private Position read;
    private Optional<PageWords.Spoken> told = Optional.empty();

    /**
     * @param browser reads server-sent events
     * @param read what the tab had before
     */
    Following(OutputStream browser, Conversation conversation, Supplier<PageWords.Spoken> words, Position read) {
        this.browser = browser;
        this.conversation = conversation;
        this.words = words;
        this.read = read;
    }

    /**
     * Returns when the conversation is closed.
     *
     * @throws IOException where the tab is gone
     */
    void run() throws IOException, InterruptedException {
        tellWords();
        tell(conversation.changesAfter(read, Duration.ZERO));
        while (!conversation.isClosed()) {
            Changes changes = conversation.changesAfter(read, SIGN_OF_LIFE);
            if (changes.isEmpty()) {
                write(":\n\n");
            } else {
                tell(changes);
                // The person may have chosen another language by what was answered now.
                tellWords();
            }
        }
    }

    private void tellWords() throws IOException {
        PageWords.Spoken now = words.get();
        if (!told.equals(Optional.of(now))) {
            told = Optional.of(now);
            ObjectNode event = Wire.JSON
                    .createObjectNode()
                    .put("name", conversation.person().name())
                    .put("language", now.language().toLanguageTag());
            ObjectNode all = event.putObject("words");
            now.words().forEach(all::put);
            write("event: words\n" + data(event));
        }
    }

    private void tell(Changes changes) throws IOException {
        ObjectNode event = Wire.JSON.createObjectNode().put("anew", changes.anew());
        ArrayNode entries = event.putArray("entries");
        changes.entries().forEach(entry -> entries.add(Wire.forPage(entry)));
        read = changes.now();
        write("event: changes\nid: " + read + "\n" + data(event));
    }

    /** JSON has no line breaks, so it is one line. */
    private static String data(JsonNode event) {
        return "data: " + event + "\n\n";
    }

    private void write(String event) throws IOException {
        browser.write(event.getBytes(StandardCharsets.UTF_8));
        browser.flush();
    }
}
