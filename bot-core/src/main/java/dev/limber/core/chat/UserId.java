package dev.limber.core.chat;

/** A person on one platform; {@code id} is the platform's own identifier, opaque to the core. */
public record UserId(Platform platform, String id) {
    public UserId {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a user id must not be blank");
        }
    }

    @Override
    public String toString() {
        return platform + ":" + id;
    }
}
