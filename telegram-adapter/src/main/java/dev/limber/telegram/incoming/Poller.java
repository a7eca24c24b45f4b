package dev.limber.telegram.incoming;

import dev.limber.core.chat.adapter.Backoff;
import dev.limber.telegram.api.BotAccount;
import dev.limber.telegram.api.BotClient;
import dev.limber.telegram.api.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * Fetches updates until it is stopped, and confirms them only when they are durably handled: what a crash interrupts
 * comes again. An empty answer confirms all that was fetched before, so that afterwards no offset is named: after a quiet
 * week Telegram may count from a lower number, and would be waited for in vain.
 */
public final class Poller {
    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30));
    /** Two that poll with one token throw each other out; the pace of that is bounded. */
    private static final Duration AFTER_CONFLICT = Duration.ofSeconds(3);

    private static final Duration REFUSED_FOR_GOOD = Duration.ofSeconds(30);
    private static final Duration SAY_AGAIN = Duration.ofMinutes(1);

    private final BotClient client;
    private final Intake intake;
    private final InstantSource clock;
    private final Runnable heard;
    private final Batch batch = new Batch();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile Optional<Integer> offset = Optional.empty();
    /** Whether it is told in the end what was handled. */
    private volatile boolean confirms = true;

    private Duration backoff = BACKOFF.shortest();
    private Instant saidLast = Instant.MIN;

    /** @param heard is run whenever Telegram has answered */
    public Poller(BotClient client, Intake intake, InstantSource clock, Runnable heard) {
        this.client = client;
        this.intake = intake;
        this.clock = clock;
        this.heard = heard;
    }

    /** Polls until it is stopped or interrupted. */
    public void run(BotAccount account) {
        try {
            if (!isStopped()) {
                dropWebhook();
            }
            while (!isStopped()) {
                Duration pause = poll(account);
                var _ = stopped.await(pause.toNanos(), TimeUnit.NANOSECONDS);
            }
            offset.filter(_ -> confirms).ifPresent(this::confirm);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What was handled need not come again. Where this fails it does, and is recognised. */
    private void confirm(int next) {
        Reply<?> reply = client.confirmUpdates(next, Translator.KINDS);
        LOG.debug("confirming what was handled: {}", reply.shown());
    }

    /** Ends it, because another instance polls, which a further poll would throw out. */
    public void giveWay() {
        confirms = false;
        stop();
    }

    /** Ends it after the batch under way. */
    public void stop() {
        stopped.countDown();
        client.stopFetching();
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /** Nothing can be fetched while updates are sent to a webhook. What waits is kept. */
    private void dropWebhook() {
        Reply<Boolean> reply = client.call(new DeleteWebhook());
        if (!(reply instanceof Reply.Done<Boolean>)) {
            LOG.warn("the webhook could not be removed: {}", reply.shown());
        }
    }

    /** @return how long to wait before the next */
    private Duration poll(BotAccount account) {
        Reply<List<Update>> reply = client.fetchUpdates(offset, Translator.KINDS);
        return switch (reply) {
            case Reply.Done<List<Update>>(List<Update> updates) -> fetched(updates, account);
            case Reply.Refused<List<Update>> refused -> refused(refused);
            case Reply.NotSent<List<Update>>(String reason) -> backOff(reason);
            case Reply.OutOfOrder<List<Update>>(String reason) -> backOff(reason);
            case Reply.Unknown<List<Update>>(String reason) -> backOff(reason);
        };
    }

    private Duration fetched(List<Update> updates, BotAccount account) {
        heard.run();
        backoff = BACKOFF.shortest();
        if (updates.isEmpty()) {
            offset = Optional.empty();
            return Duration.ZERO;
        }
        Batch.Progress progress = batch.take(updates, update -> intake.take(update, account));
        offset = progress.next();
        return progress.pause();
    }

    private Duration refused(Reply.Refused<List<Update>> refused) {
        Optional<Duration> asked = refused.retryAfter();
        if (asked.isPresent()) {
            say("Telegram asks to wait " + asked.get().toSeconds() + " s before the next poll");
            return asked.get();
        }
        return switch (refused.code()) {
            case 409 -> {
                if (refused.says("webhook")) {
                    say("a webhook has been set for this bot; it is removed, because this Limber polls");
                    dropWebhook();
                } else {
                    say("somebody else polls with the same token: only one may; trying again every "
                            + AFTER_CONFLICT.toSeconds() + " s");
                }
                yield AFTER_CONFLICT;
            }
            case 401, 404 -> {
                say("Telegram does not know the token any more: has it been revoked?");
                yield REFUSED_FOR_GOOD;
            }
            default -> backOff(refused.shown());
        };
    }

    /** A call that was cut off by the end is no trouble. */
    private Duration backOff(String reason) {
        if (isStopped()) {
            return Duration.ZERO;
        }
        say("cannot fetch updates, trying again: " + reason);
        Duration pause = backoff;
        backoff = BACKOFF.after(backoff);
        return pause;
    }

    /** Once a minute is enough for what goes on and on. */
    private void say(String what) {
        Instant now = clock.instant();
        if (saidLast.isBefore(now.minus(SAY_AGAIN))) {
            saidLast = now;
            LOG.warn("{}", what);
        }
    }
}
