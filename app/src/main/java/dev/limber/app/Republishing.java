package dev.limber.app;

import dev.limber.core.chat.ChatPlatform;
import dev.limber.core.coach.Coach;
import dev.limber.core.text.Content;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Tells the platforms of the commands, whose names and descriptions are content, and again when that has changed. */
final class Republishing implements Consumer<Content> {
    private final Coach coach;
    private final List<ChatPlatform> platforms = new CopyOnWriteArrayList<>();

    Republishing(Coach coach) {
        this.coach = coach;
    }

    void to(List<? extends ChatPlatform> served, Content content) {
        platforms.addAll(served);
        accept(content);
    }

    void noMoreTo(ChatPlatform platform) {
        platforms.remove(platform);
    }

    @Override
    public void accept(Content content) {
        platforms.forEach(platform -> platform.publish(coach.commands(content)));
    }
}
