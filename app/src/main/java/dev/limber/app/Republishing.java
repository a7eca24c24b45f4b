package dev.limber.app;

import dev.limber.core.chat.ChatPlatform;
import dev.limber.core.coach.Coach;
import dev.limber.core.text.Content;
import java.util.List;
import java.util.function.Consumer;

/** Tells the platforms of the commands, whose names and descriptions are content, and again when that has changed. */
final class Republishing implements Consumer<Content> {
    private final Coach coach;
    private volatile List<? extends ChatPlatform> platforms = List.of();

    Republishing(Coach coach) {
        this.coach = coach;
    }

    void to(List<? extends ChatPlatform> served, Content content) {
        platforms = List.copyOf(served);
        accept(content);
    }

    @Override
    public void accept(Content content) {
        platforms.forEach(platform -> platform.publish(coach.commands(content)));
    }
}
