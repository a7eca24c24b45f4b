package dev.limber.discord.standin;

/** What Discord says no with: the status of HTTP, its own code and its words. */
public enum Trouble {
    UNAUTHORIZED(401, 0, "401: Unauthorized", true),
    NO_SUCH_ROUTE(404, 0, "404: Not Found", true),
    METHOD_NOT_ALLOWED(405, 0, "405: Method Not Allowed", true),
    INTERNAL(500, 0, "500: Internal Server Error", true),
    UNKNOWN_CHANNEL(404, 10003, "Unknown Channel", false),
    UNKNOWN_GUILD(404, 10004, "Unknown Guild", false),
    UNKNOWN_MEMBER(404, 10007, "Unknown Member", false),
    UNKNOWN_MESSAGE(404, 10008, "Unknown Message", false),
    UNKNOWN_WEBHOOK(404, 10015, "Unknown Webhook", false),
    UNKNOWN_INTERACTION(404, 10062, "Unknown interaction", false),
    ALREADY_ACKNOWLEDGED(400, 40060, "Interaction has already been acknowledged.", true),
    TOO_MANY_FOLLOW_UPS(400, 40094, "This interaction has reached the maximum number of follow up messages", true),
    MISSING_ACCESS(403, 50001, "Missing Access", false),
    NOT_IN_A_DM(403, 50003, "Cannot execute action on a DM channel", true),
    NOT_THE_AUTHOR(403, 50005, "Cannot edit a message authored by another user", true),
    EMPTY_MESSAGE(400, 50006, "Cannot send an empty message", true),
    CANNOT_SEND_TO_USER(403, 50007, "Cannot send messages to this user", false),
    MISSING_PERMISSIONS(403, 50013, "Missing Permissions", false),
    INVALID_WEBHOOK_TOKEN(401, 50027, "Invalid Webhook Token", false),
    INVALID_RECIPIENT(400, 50033, "Invalid Recipient(s)", true),
    INVALID_FORM_BODY(400, 50035, "Invalid Form Body", true),
    TOO_LARGE(413, 40005, "Request entity too large", true),
    INVALID_JSON(400, 50109, "The request body contains invalid JSON.", true),
    NO_MUTUAL_SERVERS(403, 50278, "Cannot send messages to this user due to having no mutual guilds", false);

    private final int status;
    private final int code;
    private final String message;
    private final boolean violation;

    Trouble(int status, int code, String message, boolean violation) {
        this.status = status;
        this.code = code;
        this.message = message;
        this.violation = violation;
    }

    public int status() {
        return status;
    }

    public int code() {
        return code;
    }

    public String message() {
        return message;
    }

    /** Whether no bot should ever meet it: the others happen without a fault, because the world changes. */
    boolean isViolation() {
        return violation;
    }
}
