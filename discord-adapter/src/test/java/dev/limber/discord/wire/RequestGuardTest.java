package dev.limber.discord.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limber.discord.api.RefusedCallException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestGuardTest {
    private final AtomicLong nanos = new AtomicLong();
    private final MockWebServer server = new MockWebServer();
    private volatile MockResponse answer = new MockResponse.Builder().build();
    private OkHttpClient client = new OkHttpClient();

    @BeforeEach
    void start() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer;
            }
        });
        server.start();
        client = new OkHttpClient.Builder()
                .addInterceptor(new RequestGuard(server.url("/api/v10/"), nanos::get))
                .build();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void noOtherServerIsCalled() throws IOException {
        assertThatThrownBy(() -> call("https://discord.com/api/v10/gateway")).isInstanceOf(RefusedCallException.class);
        assertThat(call(server.url("/api/v10/gateway").toString())).isEqualTo(200);
    }

    @Test
    void afterTooManyRefusalsNothingIsCalledUntilTenMinutesHavePassed() throws IOException {
        answer = new MockResponse.Builder().code(403).build();
        String url = server.url("/api/v10/channels/1/messages").toString();
        for (int i = 0; i < RequestGuard.MOST_REFUSALS; i++) {
            assertThat(call(url)).isEqualTo(403);
        }
        assertThatThrownBy(() -> call(url)).isInstanceOf(RefusedCallException.class);
        assertThat(server.getRequestCount()).isEqualTo(RequestGuard.MOST_REFUSALS);

        nanos.addAndGet(RequestGuard.WINDOW.toNanos() + 1);
        answer = new MockResponse.Builder().build();
        assertThat(call(url)).isEqualTo(200);
    }

    @Test
    void aLimitThatOthersHaveUsedUpCountsAgainstNobody() throws IOException {
        answer = new MockResponse.Builder()
                .code(429)
                .addHeader("X-RateLimit-Scope", "shared")
                .build();
        String url = server.url("/api/v10/channels/1/messages").toString();
        for (int i = 0; i < RequestGuard.MOST_REFUSALS + 1; i++) {
            assertThat(call(url)).isEqualTo(429);
        }
    }

    private int call(String url) throws IOException {
        try (Response response =
                client.newCall(new Request.Builder().url(url).build()).execute()) {
            return response.code();
        }
    }
}
