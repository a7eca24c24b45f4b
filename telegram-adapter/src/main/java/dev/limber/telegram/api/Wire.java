package dev.limber.telegram.api;

import dev.limber.core.chat.adapter.Wakefulness;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** How bytes go to the server. Nothing is ever sent twice here: whether that may be is not for HTTP to decide. */
final class Wire {
    /** More chats than this do not wait for answers at once; the others queue. */
    private static final int MOST_AT_ONCE = 256;

    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final long IDLE_SECONDS = 50;

    private Wire() {}

    /** Thrown where a call did not reach the server. */
    static final class NotSentException extends IOException {
        private static final long serialVersionUID = 1;

        NotSentException(IOException cause) {
            super(cause);
        }
    }

    /** Thrown where what answered is not the Bot API, but a gateway before it. */
    static final class GatewayException extends IOException {
        private static final long serialVersionUID = 1;

        GatewayException(int status) {
            super("HTTP " + status);
        }
    }

    /** Notes that a connection was there for a request. */
    private static final class Attempt {
        private volatile boolean connected;
    }

    /**
     * @param patience how long an answer may take
     * @param wakefulness whether what is sent now may have been decided on before this process was frozen
     */
    static OkHttpClient client(Duration patience, Wakefulness wakefulness) {
        var dispatcher = new Dispatcher(Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("telegram-", 0).factory()));
        dispatcher.setMaxRequests(MOST_AT_ONCE);
        dispatcher.setMaxRequestsPerHost(MOST_AT_ONCE);
        return new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(MOST_AT_ONCE, IDLE_SECONDS, TimeUnit.SECONDS))
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .connectTimeout(CONNECTING)
                .readTimeout(patience)
                .writeTimeout(patience)
                .addInterceptor(Wire::tellHowFarItCame)
                .addNetworkInterceptor(chain -> noteConnection(chain, wakefulness))
                .build();
    }

    private static Response tellHowFarItCame(Interceptor.Chain chain) throws IOException {
        var attempt = new Attempt();
        Request request =
                chain.request().newBuilder().tag(Attempt.class, attempt).build();
        Response response;
        try {
            response = chain.proceed(request);
        } catch (IOException e) {
            throw attempt.connected ? e : new NotSentException(e);
        }
        if (!response.isSuccessful() && !isJson(response)) {
            response.close();
            throw new GatewayException(response.code());
        }
        return response;
    }

    private static Response noteConnection(Interceptor.Chain chain, Wakefulness wakefulness) throws IOException {
        Attempt attempt = chain.request().tag(Attempt.class);
        if (attempt != null) {
            if (wakefulness.isAwakening()) {
                throw new IOException("this process was frozen");
            }
            attempt.connected = true;
        }
        return chain.proceed(chain.request());
    }

    private static boolean isJson(Response response) {
        MediaType type = response.body().contentType();
        return type != null && type.subtype().contains("json");
    }
}
