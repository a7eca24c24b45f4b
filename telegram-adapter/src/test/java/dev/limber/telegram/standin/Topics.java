package dev.limber.telegram.standin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;

/** The topics of a forum, by the id of the message that opened each; guarded by their room. */
final class Topics {
    private final Map<Integer, Topic> all = new LinkedHashMap<>();

    private record Topic(String name, Posted root, boolean closed) {}

    void open(String name, Posted root) {
        all.put(root.messageId(), new Topic(name, root, false));
    }

    int id(String name) {
        return all.values().stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("There is no topic " + name))
                .root()
                .messageId();
    }

    void close(int id) {
        Topic open = all.get(id);
        if (open == null) {
            throw new NoSuchElementException("There is no topic " + id);
        }
        all.put(id, new Topic(open.name(), open.root(), true));
    }

    void delete(int id) {
        all.remove(id);
    }

    boolean has(int id) {
        return all.containsKey(id);
    }

    boolean isClosed(int id) {
        Topic topic = all.get(id);
        return topic != null && topic.closed();
    }

    /** The message that opened it. */
    Optional<Posted> root(OptionalInt id) {
        return id.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(all.get(id.getAsInt())).map(Topic::root);
    }
}
