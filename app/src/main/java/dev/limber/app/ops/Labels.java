package dev.limber.app.ops;

import dev.limber.core.chat.Body;
import dev.limber.core.chat.Delivery;

/** What kinds of things are called in the metrics. */
final class Labels {
    static final String TEXT = "text";
    static final String DELIVERED = "delivered";
    static final String SENT = "sent";

    private Labels() {}

    static String of(Body body) {
        return switch (body) {
            case Body.CommandCalled _ -> "command";
            case Body.ButtonPressed _ -> "button";
            case Body.TextWritten _ -> TEXT;
            case Body.LocationShared _ -> "location";
            case Body.ChatMoved _ -> "moved";
            case Body.WokenUp _ -> "wakeup";
            case Body.NudgeDue _ -> "nudge";
            case Body.UserUnreachable _ -> "unreachable";
        };
    }

    static String of(Delivery outcome) {
        return switch (outcome) {
            case Delivery.Delivered _ -> DELIVERED;
            case Delivery.NotEditable _ -> "not_editable";
            case Delivery.RetryAfter _ -> "retry_after";
            case Delivery.Unreachable _ -> "unreachable";
            case Delivery.Moved _ -> "moved";
            case Delivery.Failed _ -> "failed";
            case Delivery.Withheld _ -> "withheld";
            case Delivery.OutOfOrder _ -> "out_of_order";
            case Delivery.OutcomeUnknown _ -> "unknown";
        };
    }
}
