package dev.limber.core.runtime.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limber.core.session.UserState;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Turns documents of older schema versions into those of the current one, step by step.
 *
 * @param current the schema version that this program writes
 * @param steps at most one for each kind and version; a kind without one did not change in that version
 */
record Migrations(int current, List<Step> steps) {
    Migrations {
        steps = List.copyOf(steps);
    }

    /** @param from the version that {@code change} reads; it writes the next one */
    record Step(DocumentKind kind, int from, UnaryOperator<ObjectNode> change) {}

    /**
     * All steps since the first release. Version 2 added what may be missing: the language of a plan, the invitation and
     * the announcement of a message, and since when somebody is out of reach. Version 3 added whether a routine is for the
     * person alone, chats, and what may be missing: the nudges of a state, and the still of a picture in a message.
     */
    static Migrations all() {
        return new Migrations(
                UserState.SCHEMA_VERSION, List.of(new Step(DocumentKind.STATE, 2, Migrations::noneAlone)));
    }

    private static ObjectNode noneAlone(ObjectNode state) {
        if (state.get("stretch") instanceof ObjectNode stretch) {
            stretch.put("alone", false);
        }
        if (state.get("dialogue") instanceof ObjectNode dialogue
                && dialogue.path("type").asText().equals("health-check")) {
            dialogue.put("alone", false);
        }
        return state;
    }

    /** @throws UnreadableDocumentException where the document is newer than this program */
    ObjectNode migrate(DocumentKind kind, int from, ObjectNode document) {
        if (from > current) {
            throw new UnreadableDocumentException("a stored " + kind.label() + " has schema version " + from
                    + ", this program knows " + current + " at most: start the newer program that wrote it");
        }
        ObjectNode migrated = document;
        for (int version = from; version < current; version++) {
            for (Step step : steps) {
                if (step.kind() == kind && step.from() == version) {
                    migrated = step.change().apply(migrated);
                }
            }
        }
        return migrated;
    }
}
