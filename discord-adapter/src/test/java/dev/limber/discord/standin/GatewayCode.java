package dev.limber.discord.standin;

import java.util.Arrays;

/** Why the gateway ends a connection. */
public enum GatewayCode {
    /** Also for a client whose heartbeats stayed away. */
    NORMAL(1000, false),
    GOING_AWAY(1001, false),
    UNKNOWN_ERROR(4000, false),
    UNKNOWN_OPCODE(4001, false),
    DECODE_ERROR(4002, false),
    NOT_AUTHENTICATED(4003, false),
    AUTHENTICATION_FAILED(4004, true),
    ALREADY_AUTHENTICATED(4005, false),
    INVALID_SEQUENCE(4007, true),
    RATE_LIMITED(4008, false),
    SESSION_TIMED_OUT(4009, true),
    INVALID_SHARD(4010, true),
    SHARDING_REQUIRED(4011, true),
    INVALID_VERSION(4012, true),
    INVALID_INTENTS(4013, true),
    DISALLOWED_INTENTS(4014, true);

    private final int number;
    private final boolean last;

    GatewayCode(int number, boolean last) {
        this.number = number;
        this.last = last;
    }

    public int number() {
        return number;
    }

    /** Whether a session cannot be resumed that the gateway ended so. */
    static boolean endsSession(int number) {
        return Arrays.stream(values()).anyMatch(code -> code.number == number && code.last);
    }

    /** Whether a session cannot be resumed that the client itself ended so. */
    static boolean clientEndsSession(int number) {
        return number == NORMAL.number || number == GOING_AWAY.number;
    }
}
