package dev.limber.discord.standin;

/** Is told what the bot does, in the thread of its call and before it is answered. */
public interface Watcher {
    default void posted(Posted message) {}

    default void edited(Posted message) {}

    default void deleted(Posted message) {}

    /** A command, a press or typing was acknowledged. */
    default void acknowledged(Interaction interaction) {}
}
