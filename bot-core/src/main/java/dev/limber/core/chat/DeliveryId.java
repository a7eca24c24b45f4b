package dev.limber.core.chat;

/** Identifies one owed message for ever; a platform that recognises repeats can use it as its nonce. */
public record DeliveryId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
