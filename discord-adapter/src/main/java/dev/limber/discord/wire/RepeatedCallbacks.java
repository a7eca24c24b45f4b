package dev.limber.discord.wire;

import java.io.IOException;
import java.io.InterruptedIOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Makes an acknowledgement once more where the connection broke, as idle ones do: there are three seconds for it, JDA
 * tries it once, and Discord takes it once however often it is sent.
 */
public final class RepeatedCallbacks implements Interceptor {
    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        try {
            return chain.proceed(request);
        } catch (InterruptedIOException tookTooLong) {
            throw tookTooLong;
        } catch (IOException broken) {
            if (!isCallback(request)) {
                throw broken;
            }
            return chain.proceed(request);
        }
    }

    private static boolean isCallback(Request request) {
        String path = request.url().encodedPath();
        return path.contains("/interactions/") && path.endsWith("/callback");
    }
}
