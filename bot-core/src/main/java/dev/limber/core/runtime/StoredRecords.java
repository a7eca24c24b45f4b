package dev.limber.core.runtime;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limber.core.chat.Address;
import dev.limber.core.coach.Records;
import dev.limber.core.runtime.json.JsonCodec;
import dev.limber.core.runtime.json.UnreadableDocumentException;
import dev.limber.core.session.Completion;
import dev.limber.core.session.Subject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One turn's view of what is stored about its subject; each question is put to the store once at most. */
final class StoredRecords implements Records {
    private static final int MOST_NUDGES = 10;

    private final Store store;
    private final JsonCodec codec;
    private final Subject subject;
    private final Optional<Prefetched> prefetched;
    private final Map<Instant, List<Completion>> asked = new HashMap<>();

    StoredRecords(Store store, JsonCodec codec, Subject subject, Optional<Prefetched> prefetched) {
        this.store = store;
        this.codec = codec;
        this.subject = subject;
        this.prefetched = prefetched;
    }

    @Override
    public List<Completion> completionsSince(Instant since) {
        return asked.computeIfAbsent(since, this::read);
    }

    private List<Completion> read(Instant since) {
        try {
            return history(since)
                    .map(entry -> codec.readCompletion(entry.entry()))
                    .toList();
        } catch (UnreadableDocumentException e) {
            throw new StoreException(e.reason(), e);
        }
    }

    private Stream<HistoryEntry> history(Instant since) {
        return prefetched
                .filter(read -> !read.since().isAfter(since))
                .map(read -> read.history().stream().filter(entry -> !entry.at().isBefore(since)))
                .orElseGet(() -> store.history(subject, since).stream());
    }

    @Override
    public List<ToldNudge> lastNudges() {
        try {
            return store.nudgeNotes(subject, MOST_NUDGES).stream()
                    .map(note -> new ToldNudge(codec.readNudgeDecision(note.entry()), note.fate()))
                    .toList();
        } catch (UnreadableDocumentException e) {
            throw new StoreException(e.reason(), e);
        }
    }

    @Override
    public String everything() {
        try {
            return codec.writePretty(tree(store.everything(subject)));
        } catch (UnreadableDocumentException e) {
            throw new StoreException(e.reason(), e);
        }
    }

    private ObjectNode tree(Dossier dossier) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.put("subject", subject.key());
        dossier.state().ifPresent(stored -> {
            all.setAll(document(stored.state()));
            stored.plan().ifPresent(plan -> all.setAll(document(plan)));
        });
        ArrayNode history = all.putArray("history");
        dossier.history()
                .forEach(entry -> history.addObject()
                        .put("id", entry.id())
                        .put("at", entry.at().toString())
                        .setAll(document(entry.entry())));
        ArrayNode owed = all.putArray("owedMessages");
        dossier.owed().forEach(message -> describe(message, owed.addObject()));
        ArrayNode wakeUps = all.putArray("wakeUps");
        dossier.wakeUps().forEach(wakeUp -> describe(wakeUp, wakeUps.addObject()));
        ArrayNode nudges = all.putArray("plannedNudges");
        dossier.nudges().forEach(nudge -> describe(nudge, nudges.addObject()));
        ArrayNode notes = all.putArray("lastNudges");
        dossier.notes().forEach(note -> describe(note, notes.addObject()));
        return all;
    }

    private static void describe(DueNudge nudge, ObjectNode node) {
        node.put("nudge", nudge.key().nudge())
                .put("due", nudge.key().occurrence().toString());
        describe(nudge.address(), nudge.circumstances(), node);
    }

    private void describe(NudgeNote note, ObjectNode node) {
        note.fate().ifPresent(fate -> node.put("fate", fate.name()));
        node.setAll(document(note.entry()));
    }

    /** The reply handle stays out: it is a credential of the bot, and nothing about the person. */
    private void describe(Owed owed, ObjectNode node) {
        TurnRecord.Outgoing outgoing = owed.outgoing();
        node.put("id", owed.id().value());
        describe(outgoing.to(), outgoing.circumstances(), node);
        outgoing.then()
                .ifPresent(then -> node.putObject("then")
                        .put("cue", then.cue())
                        .put("delay", then.delay().toString()));
        node.setAll(document(outgoing.message()));
    }

    private static void describe(WakeUp wakeUp, ObjectNode node) {
        node.put("cue", wakeUp.cue()).put("due", wakeUp.due().toString());
        describe(wakeUp.address(), wakeUp.circumstances(), node);
    }

    private static void describe(Address address, Circumstances circumstances, ObjectNode node) {
        node.put("platform", address.platform().id());
        node.put("bot", address.bot()).put("chat", address.chat());
        address.thread().ifPresent(thread -> node.put("thread", thread));
        node.put("privateChat", circumstances.privateChat());
        circumstances.languageHint().ifPresent(language -> node.put("clientLanguage", language.toLanguageTag()));
    }

    private ObjectNode document(String json) {
        if (codec.readTree(json) instanceof ObjectNode document) {
            document.remove("schema");
            return document;
        }
        throw new StoreException("a stored document is no JSON object: restore a backup", null);
    }
}
