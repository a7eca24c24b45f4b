package dev.limber.discord.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limber.testkit.http.Json;
import java.util.Optional;

/** The server says no. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Trouble trouble;
    private final boolean violation;
    private final transient Optional<ObjectNode> errors;

    private Refusal(Trouble trouble, boolean violation, Optional<ObjectNode> errors) {
        super(trouble.message(), null, false, false);
        this.trouble = trouble;
        this.violation = violation;
        this.errors = errors;
    }

    static Refusal of(Trouble trouble) {
        return new Refusal(trouble, trouble.isViolation(), Optional.empty());
    }

    /** What can happen to this bot without a fault, though it is one otherwise. */
    static Refusal excused(Trouble trouble) {
        return new Refusal(trouble, false, Optional.empty());
    }

    /** @param errors by field, each with an array {@code _errors} of code and message */
    static Refusal form(ObjectNode errors, boolean violation) {
        return new Refusal(Trouble.INVALID_FORM_BODY, violation, Optional.of(errors));
    }

    Trouble trouble() {
        return trouble;
    }

    boolean isViolation() {
        return violation;
    }

    ObjectNode json() {
        ObjectNode json = Json.object().put("message", trouble.message()).put("code", trouble.code());
        errors.ifPresent(each -> json.set("errors", each));
        return json;
    }

    String description() {
        return trouble.message() + errors.map(each -> " " + each).orElse("");
    }
}
