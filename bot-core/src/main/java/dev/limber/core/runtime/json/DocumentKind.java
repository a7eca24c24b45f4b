package dev.limber.core.runtime.json;

/** The kinds of documents that are stored. */
enum DocumentKind {
    STATE("state"),
    CHAT("chat"),
    PLAN("plan"),
    COMPLETION("completion"),
    MESSAGE("message"),
    NUDGE_DECISION("nudgeDecision");

    private final String label;

    DocumentKind(String label) {
        this.label = label;
    }

    /** What it is called in JSON and in errors. */
    String label() {
        return label;
    }
}
