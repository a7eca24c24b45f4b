package dev.limber.discord.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalLong;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/** The gateway: the other half of the server, which tells clients what happens. */
interface WebSocketSide extends Events {
    /** A client wants to listen. */
    MockResponse upgrade(RecordedRequest request);

    void close();

    /** Makes the gateway of a world. */
    @FunctionalInterface
    interface Factory {
        WebSocketSide open(Settings settings, Greeting greeting);
    }

    /** For those who come for the REST API alone: nobody can listen. */
    static WebSocketSide none() {
        return new WebSocketSide() {
            @Override
            public MockResponse upgrade(RecordedRequest request) {
                return new MockResponse.Builder().code(503).build();
            }

            @Override
            public void tell(String type, ObjectNode data, OptionalLong guild) {
                // Nobody listens.
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }
}
