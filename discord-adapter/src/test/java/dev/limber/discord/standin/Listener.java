package dev.limber.discord.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/** A gateway that remembers what it is told. */
final class Listener implements WebSocketSide {
    /** One event as it would be sent. */
    record Told(String type, ObjectNode data, OptionalLong guild) {}

    private final List<Told> told = new CopyOnWriteArrayList<>();

    @Override
    public void tell(String type, ObjectNode data, OptionalLong guild) {
        told.add(new Told(type, data.deepCopy(), guild));
    }

    @Override
    public MockResponse upgrade(RecordedRequest request) {
        return new MockResponse.Builder().code(426).build();
    }

    @Override
    public void close() {
        told.clear();
    }

    List<Told> told(String type) {
        return told.stream().filter(each -> each.type().equals(type)).toList();
    }

    /** The newest event of a type. */
    ObjectNode last(String type) {
        return told(type).getLast().data();
    }
}
