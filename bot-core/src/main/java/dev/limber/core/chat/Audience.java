package dev.limber.core.chat;

/** Who may see a message. An adapter that cannot keep a message private must refuse to show it publicly. */
public sealed interface Audience {
    /** Whoever is in the chat. */
    record Everyone() implements Audience {}

    /** One person only: health, plans, progress and data never go out in another way. */
    record OnlyPerson(UserId person) implements Audience {}
}
